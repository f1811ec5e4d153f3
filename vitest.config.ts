/**
 * Five groups of tests, from pure to whole: `vitest run --project unit` runs one of them. Files run beside each
 * other; each takes its own free port and temp folder. The journeys share one build of the web.
 *
 * `isolate: false` keeps loaded modules from file to file in a worker: a third less work. So a test that changes
 * something global (a spy, the environment) puts it back.
 */
import { defineConfig } from 'vitest/config'

const seconds = (count: number) => count * 1000

export default defineConfig({
  test: {
    // By itself Vitest leaves a core alone, which is half of a machine with two.
    maxWorkers: '100%',
    projects: [
      {
        test: {
          name: 'unit',
          setupFiles: ['tests/support/seed.ts'],
          include: [
            'tests/domain/**/*.test.ts',
            'tests/geodata/**/*.test.ts',
            'tests/web/**/*.test.ts',
            'tests/*.test.ts',
          ],
          isolate: false,
          testTimeout: seconds(20),
        },
      },
      {
        test: {
          name: 'store',
          setupFiles: ['tests/support/seed.ts'],
          include: ['tests/store/**/*.test.ts'],
          testTimeout: seconds(60),
          hookTimeout: seconds(30),
        },
      },
      {
        test: {
          name: 'api',
          setupFiles: ['tests/support/seed.ts'],
          include: ['tests/api/**/*.test.ts'],
          isolate: false,
          testTimeout: seconds(30),
          hookTimeout: seconds(30),
        },
      },
      {
        test: {
          name: 'infra',
          include: ['tests/infra/**/*.test.ts'],
          // One worker for all: loading CDK is nine tenths of their time.
          isolate: false,
          fileParallelism: false,
          // Another number of workers needs a turn of its own.
          sequence: { groupOrder: 1 },
          // Bundling calls npx, which would leave its cache in the temp folder.
          env: { NODE_DISABLE_COMPILE_CACHE: '1' },
          testTimeout: seconds(60),
          hookTimeout: seconds(60),
        },
      },
      {
        test: {
          name: 'journeys',
          include: ['tests/journeys/**/*.test.ts'],
          globalSetup: ['tests/support/buildWeb.ts'],
          testTimeout: seconds(90),
          hookTimeout: seconds(90),
        },
      },
    ],
  },
})

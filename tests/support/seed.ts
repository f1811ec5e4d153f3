/** Property tests draw the same examples in every run: a red test is red again. Read by vitest.config.ts. */
import fc from 'fast-check'

fc.configureGlobal({ seed: 20_261_122 })

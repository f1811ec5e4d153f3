import { existsSync, mkdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { makeFolder } from '../../infra/local/makeFolder.ts'
import { useFolder } from '../support/engine.ts'

const folder = useFolder()

describe('the data folder', () => {
  test('is made with every folder above it, and again without harm', async () => {
    const dataDir = join(folder.path, 'a/b/c')
    expect(await makeFolder({ dataDir, gemeente: 'GM0373' })).toBe(join(dataDir, 'GM0373'))
    expect(await makeFolder({ dataDir, gemeente: 'GM0373', schoon: true })).toBe(join(dataDir, 'GM0373'))
    expect(existsSync(join(dataDir, 'GM0373'))).toBe(true)
  })

  test.runIf(process.platform !== 'win32')(
    'is for its owner only, also one that was made before',
    async () => {
      const made = join(folder.path, 'GM0851')
      mkdirSync(made, { mode: 0o755 })
      await makeFolder({ dataDir: folder.path, gemeente: 'GM0851' })
      expect(statSync(made).mode & 0o777).toBe(0o700)
    },
  )

  test.runIf(existsSync('/proc/self'))('where the system makes none is refused in one sentence', async () => {
    for (const schoon of [false, true])
      await expect(makeFolder({ dataDir: '/proc', gemeente: 'GM0373', schoon })).rejects.toThrow(
        /^In de gegevensmap \/proc\/GM0373 kan niet geschreven worden \(\w+\)\.$/,
      )
  })
})

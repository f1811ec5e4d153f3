/**
 * A real browser for tests on a bare Linux machine, as root or not: Chromium from npm (@sparticuz/chromium),
 * unpacked once into node_modules/.cache. Elsewhere, or with KERNPUNT_CHROME, an installed one.
 *
 * Outside Lambda that package leaves out its libraries and points at fonts that are not there; without both a
 * bare machine has no browser, or one whose text is invisible.
 */
import { existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Browser, chromium } from 'playwright-core'
import { root } from './sources.ts'

const require = createRequire(import.meta.url)

type Unpacked = { executablePath: string; env: Record<string, string> }

const fontsConf = (folder: string): string =>
  `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig><dir>${join(folder, 'fonts')}</dir><dir>/usr/share/fonts</dir><cachedir>${join(folder, 'fontcache')}</cachedir></fontconfig>`

/** Into a folder of our own, then renamed at once: a half-written or somebody else's browser is never used. */
async function unpackInto(target: string): Promise<void> {
  const work = `${target}.${process.pid}`
  mkdirSync(work, { recursive: true })
  const before = process.env.TMPDIR
  process.env.TMPDIR = work
  try {
    if (tmpdir() !== work) throw new Error(`De tijdelijke map is ${tmpdir()}, niet ${work}.`)
    const { default: packed, inflate } = await import('@sparticuz/chromium')
    await packed.executablePath()
    await inflate(join(root, 'node_modules/@sparticuz/chromium/bin/al2023.tar.br'))
    writeFileSync(join(work, 'fonts.conf'), fontsConf(target))
    renameSync(work, target)
  } catch (error) {
    rmSync(work, { recursive: true, force: true })
    // Another process was first: its folder is as good.
    if (!existsSync(target)) throw error
  } finally {
    if (before === undefined) delete process.env.TMPDIR
    else process.env.TMPDIR = before
  }
}

async function unpackChromium(): Promise<Unpacked> {
  const version: string = require(join(root, 'node_modules/@sparticuz/chromium/package.json')).version
  const target = join(root, 'node_modules/.cache/kernpunt', `chromium-${version}`)
  if (!existsSync(target)) await unpackInto(target)
  return {
    executablePath: join(target, 'chromium'),
    env: { LD_LIBRARY_PATH: join(target, 'al2023/lib'), FONTCONFIG_FILE: join(target, 'fonts.conf') },
  }
}

/** Close it when done. */
export async function startBrowser(): Promise<Browser> {
  const own = process.env.KERNPUNT_CHROME
  if (own) return chromium.launch({ executablePath: own, chromiumSandbox: false })
  if (process.platform !== 'linux' || process.arch !== 'x64') return chromium.launch({ channel: 'chrome' })
  const { executablePath, env } = await unpackChromium()
  return chromium.launch({ executablePath, chromiumSandbox: false, env: { ...process.env, ...env } as never })
}

export const phone = { width: 360, height: 740 }
export const laptop = { width: 1366, height: 768 }

/** Promises of the repository as a whole: what the README says exists, and nothing is left lying about. */
import { existsSync, globSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { findLockGaps } from '../infra/local/lock.ts'
import { readSources, root } from './support/sources.ts'

const read = (path: string) => readFileSync(join(root, path), 'utf8')
const manifest = JSON.parse(read('package.json'))
const lock = JSON.parse(read('package-lock.json'))
const folders = ['.ci', 'functions', 'geodata', 'infra', 'tests', 'web']
const sources = readSources(folders)
const readmes = globSync(['*.md', `{${folders.join(',')}}/**/*.md`], { cwd: root })
/** Built in pieces, so that this file does not hold what it looks for. */
const word = (...parts: string[]) => parts.join('')

describe('package-lock.json', () => {
  test('names every platform package, so that npm ci works on every machine', () => {
    expect(Object.keys(findLockGaps(lock))).toEqual([])
  })

  test('belongs to package.json', () => {
    const { dependencies, devDependencies, optionalDependencies, version } = lock.packages['']
    expect({ dependencies, devDependencies, optionalDependencies, version }).toEqual({
      dependencies: manifest.dependencies,
      devDependencies: manifest.devDependencies,
      optionalDependencies: manifest.optionalDependencies,
      version: manifest.version,
    })
  })

  test('pins every direct dependency exactly', () => {
    const all = { ...manifest.dependencies, ...manifest.devDependencies, ...manifest.optionalDependencies }
    expect(Object.values<string>(all).filter((range) => !/^\d+\.\d+\.\d+/.test(range))).toEqual([])
  })

  test('holds no address of a registry', () => {
    expect(Object.values<{ resolved?: string }>(lock.packages).filter(({ resolved }) => resolved)).toEqual([])
  })
})

describe('the documents', () => {
  test.each(readmes)('%s names only npm scripts that exist', (path) => {
    const named = [...read(path).matchAll(/\bnpm (?:run )?([a-z]+)/g)].map(([, script]) => script!)
    const ofNpm = ['ci', 'run', 'install', 'exec', 'i']
    expect(named.filter((script) => !ofNpm.includes(script) && !(script in manifest.scripts))).toEqual([])
  })

  test.each(readmes)('%s names only files that exist', (path) => {
    const links = [...read(path).matchAll(/\]\((?!https?:|#|mailto:)([^)#\s]+)/g)].map(
      ([, target]) => target!,
    )
    expect(links.filter((target) => !existsSync(join(root, path, '..', target)))).toEqual([])
  })

  test('the change log has the version of package.json', () => {
    expect(read('CHANGELOG.md')).toContain(`## ${manifest.version}`)
  })

  test('publiccode.yml has the keys of its standard, and the version and licence of package.json', () => {
    const card = read('publiccode.yml')
    const keys = [...card.matchAll(/^(\w+):/gm)].map(([, key]) => key)
    const required = [
      ...['publiccodeYmlVersion', 'name', 'url', 'platforms', 'developmentStatus', 'softwareType'],
      ...['description', 'legal', 'maintenance', 'localisation'],
    ]
    expect(required.filter((key) => !keys.includes(key))).toEqual([])
    expect(card).toContain(`softwareVersion: "${manifest.version}"`)
    expect(card).toContain(`license: ${manifest.license}`)
    expect(card).toMatch(/^releaseDate: "\d{4}-\d{2}-\d{2}"$/m)
    for (const [, text = ''] of card.matchAll(/shortDescription: (.*)/g))
      expect(text.length).toBeLessThanOrEqual(150)
  })

  test('the licence is the EUPL, version 1.2, whole', () => {
    const text = read('LICENSE')
    expect(text).toContain('EUROPEAN UNION PUBLIC LICENCE v. 1.2')
    expect(text).toContain('## 15. Applicable Law')
  })
})

describe('the files', () => {
  test('hold no leftovers', () => {
    const leftover = new RegExp(
      `\\b(${word('TO', 'DO')}|${word('FIX', 'ME')})\\b|\\.${word('on', 'ly')}\\(|\\b(it|test|describe)\\.${word('sk', 'ip')}\\(|\\bdebugger\\b`,
    )
    expect(sources.filter(({ text }) => leftover.test(text)).map(({ path }) => path)).toEqual([])
  })

  test('name no path of the machine they were written on', () => {
    const machine = new RegExp(
      `['"\`( ]/(${word('wo', 'rk')}|${word('ho', 'me')}|${word('Us', 'ers')}|${word('ro', 'ot')}|${word('t', 'mp')})/`,
    )
    const texts = [...sources.map(({ path }) => path), ...readmes, 'package.json', 'cdk.json', '.ci/run']
    expect(texts.filter((path) => machine.test(read(path)))).toEqual([])
  })

  test('that run are executable', () => {
    expect(statSync(join(root, '.ci/run')).mode & 0o111).toBe(0o111)
  })
})

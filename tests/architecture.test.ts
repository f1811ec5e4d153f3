/**
 * The house and its rooms: which folder may import which, and what may be said in one place only. A failure names the
 * file and the line of the table that forbids it.
 */
import { readdirSync } from 'node:fs'
import { basename } from 'node:path'
import { describe, expect, test } from 'vitest'
import { readSources, root, type Source } from './support/sources.ts'

const sources = readSources(['functions', 'geodata', 'infra', 'tests', 'web'])
const product = sources.filter(({ path }) => !path.startsWith('tests/'))

const contract = 'functions/contract/'
const domain = `functions/domain/ ${contract}`

/** Folder → what its files may import: prefixes with a space between. The longest folder that fits a file holds. */
const mayImport: Record<string, string> = {
  'functions/contract/': `${contract} zod`,
  'functions/domain/': domain,
  'functions/endpoints/': `functions/endpoints/ ${domain} geodata/ node:crypto`,
  'functions/afzender/': `functions/afzender/ ${domain} altcha-lib node:crypto`,
  'functions/fotos/': `functions/fotos/ ${domain} sharp`,
  'functions/post/': `functions/post/ ${domain} @aws-sdk/ nodemailer zod`,
  'functions/store/': `functions/store/ ${domain} @aws-sdk/ zod node:`,
  'functions/streams/': `functions/streams/ functions/store/ ${domain} geodata/ aws-lambda`,
  'functions/jobs/': `functions/jobs/ functions/streams/ functions/store/ functions/endpoints/ ${domain} geodata/ csv-parse node: zod`,
  'functions/http/': `functions/http/ functions/endpoints/ ${domain} @middy/ aws-lambda zod node:`,
  'functions/lambdas/': `functions/http/ functions/streams/ functions/jobs/ functions/fotos/ functions/post/ functions/store/ functions/deps.ts functions/config.ts ${domain} geodata/ aws-lambda node:`,
  'functions/config.ts': `${domain} zod`,
  'functions/deps.ts': 'functions/ geodata/ package.json @aws-sdk/ node:crypto',
  'geodata/': `geodata/ ${domain} @turf/turf robust-predicates flatbush proj4 zod node:`,
  'infra/webHeaders.ts': '',
  'infra/aws/': `infra/aws/ infra/webHeaders.ts ${contract} functions/store/table.ts functions/store/keys.ts aws-cdk-lib constructs cdk-nag node:`,
  'infra/local/':
    'infra/local/ infra/webHeaders.ts functions/ geodata/ package.json @aws-sdk/ aws-lambda jose oidc-provider vite zod node:',
  'web/': `web/ ${domain} geodata/ virtual: zod preact @preact/ maplibre-gl oidc-client-ts altcha-lib idb-keyval csv-stringify hucre @fontsource/ @nl-design-system-unstable/ @utrecht/`,
}
const prefixesOf = (folder: string): string[] => mayImport[folder]?.split(' ').filter(Boolean) ?? []

const ruleFor = (path: string): string | undefined =>
  Object.keys(mayImport)
    .filter((folder) => path.startsWith(folder))
    .sort((a, b) => b.length - a.length)[0]

describe('imports', () => {
  test('go one way', () => {
    const wrong = product.flatMap(({ path, imports }) => {
      const rule = ruleFor(path)
      if (rule === undefined) return [`${path} has no line in the table`]
      return imports
        .filter(({ target }) => !prefixesOf(rule).some((prefix) => target.startsWith(prefix)))
        .map(({ target }) => `${path} imports ${target}`)
    })
    expect(wrong).toEqual([])
  })

  test.each(['functions/domain/', 'web/'])(
    'of %s from the contract are types, and what has no zod in it',
    (folder) => {
      const free = ['paginas', 'problem', 'route'].map((name) => `functions/contract/${name}.ts`)
      const wrong = product
        .filter(({ path }) => path.startsWith(folder))
        .flatMap(({ path, imports }) =>
          imports
            .filter(
              ({ target, typeOnly }) =>
                !typeOnly && (target === 'zod' || target.startsWith('functions/contract/')),
            )
            .filter(({ target }) => !free.includes(target))
            .map(({ target }) => `${path} imports ${target} at run time`),
        )
      expect(wrong).toEqual([])
    },
  )

  test('never reach into tests', () => {
    const wrong = product.filter(({ imports }) => imports.some(({ target }) => target.startsWith('tests/')))
    expect(wrong.map(({ path }) => path)).toEqual([])
  })
})

type Rule = { says: string; pattern: RegExp; within?: RegExp; except: RegExp }

/** What may be written in one place only. `within` narrows the search, `except` names the place. */
const onePlace: Rule[] = [
  { says: 'only functions/http mentions middy', pattern: /@middy\//, except: /^functions\/http\// },
  {
    says: 'only functions/store, functions/post, the composition root and infra mention the AWS SDK',
    pattern: /@aws-sdk\//,
    except: /^(functions\/(store|post)\/|functions\/deps\.ts$|infra\/)/,
  },
  {
    says: 'only functions/store/keys.ts puts # in a key',
    pattern: /\w#(?=['"`]|\$\{)|\}#|['"`]#(?=\$\{)/,
    within: /^(functions\/(store|streams|jobs|lambdas)|infra)\//,
    except: /^functions\/store\/keys\.ts$/,
  },
  {
    says: 'only the route table spells a path of the API',
    pattern: /\/v1\//,
    within: /^(functions|infra|web)\//,
    except: /^functions\/contract\/routes?\.ts$/,
  },
  {
    says: 'zod is imported as a namespace, which tree-shakes',
    pattern: /import \{[^}]*\bz\b[^}]*\} from 'zod/,
    except: /^$/,
  },
  {
    says: 'time is passed in',
    pattern: /\bDate\.now\(|new Date\(\)/,
    within: /^(functions|geodata)\//,
    except: /^functions\/(deps\.ts$|lambdas\/)|^geodata\/build/,
  },
  {
    says: 'chance is passed in',
    pattern: /Math\.random\(|randomUUID\(/,
    within: /^(functions|geodata)\//,
    except: /^functions\/deps\.ts$/,
  },
  {
    says: 'only functions/config.ts and infra read the environment',
    pattern: /process\.env/,
    except: /^(functions\/(config\.ts$|deps\.ts$|lambdas\/)|infra\/)/,
  },
  {
    says: 'money and rules of the domain run in a browser',
    pattern: /\bprocess\.|\bBuffer\b|node:/,
    within: /^functions\/domain\//,
    except: /^$/,
  },
]

describe('one place for each thing', () => {
  test.each(onePlace)('$says', ({ pattern, within = /^/, except }) => {
    const wrong = product
      .filter(({ path }) => within.test(path) && !except.test(path))
      .flatMap(({ path, code }) =>
        code.split('\n').flatMap((line) => (pattern.test(line) ? [`${path}: ${line.trim()}`] : [])),
      )
    expect(wrong).toEqual([])
  })
})

describe('files', () => {
  test('stand in the agreed folders', () => {
    const agreed = ['.ci', 'functions', 'geodata', 'infra', 'tests', 'web']
    const madeByTools = ['.data', '.git', 'cdk.out', 'coverage', 'node_modules']
    const found = readdirSync(root, { withFileTypes: true }).filter((entry) => entry.isDirectory())
    expect(
      found
        .map(({ name }) => name)
        .filter((name) => !madeByTools.includes(name))
        .sort(),
    ).toEqual(agreed)
  })

  test('of the product have at most 250 lines, unless they are a table', () => {
    const tables = ['functions/contract/routes.ts', 'web/texts/nl.ts', 'web/texts/en.ts']
    const lines = ({ text }: Source) => text.trimEnd().split('\n').length
    const long = product.filter((source) => lines(source) > 250 && !tables.includes(source.path))
    expect(long.map((source) => `${source.path}: ${lines(source)}`)).toEqual([])
  })

  test('are named after what they hold', () => {
    const empty = /^(utils?|helpers?|common2|managers?|services?|data|info|misc|handle[A-Z].*)\.tsx?$/i
    const cased = /^[a-zA-Z0-9]+(\.(test|config|d))*\.(tsx?|m?js)$/
    const wrong = sources.filter(({ path }) => empty.test(basename(path)) || !cased.test(basename(path)))
    expect(wrong.map(({ path }) => path)).toEqual([])
  })
})

/** `node .ci/count.ts REPORT`: prints "passed failed" from the JSON report of vitest. A file that breaks counts once. */
import { readFileSync } from 'node:fs'

type Report = {
  numPassedTests: number
  numFailedTests: number
  testResults: { status: string; assertionResults: unknown[] }[]
}

const report = JSON.parse(readFileSync(process.argv[2] ?? '', 'utf8')) as Report
const broken = report.testResults.filter(
  ({ status, assertionResults }) => status === 'failed' && assertionResults.length === 0,
).length
process.stdout.write(`${report.numPassedTests} ${report.numFailedTests + broken}\n`)

/** Before the journeys: builds the web when a source is newer, once, so that no test waits for it or sees an old one. */
import { buildWeb, isWebBuilt } from '../../infra/local/webBuild.ts'

export default async function buildWebOnce(): Promise<void> {
  if (!(await isWebBuilt())) await buildWeb()
}

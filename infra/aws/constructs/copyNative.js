/**
 * node copyNative.js sharp from/node_modules to/node_modules: copies a package with native code, what it depends on, and
 * of its platform packages those for Lambda (x86-64, Amazon Linux). They are taken as `npm ci` left them, so synthesis
 * needs no network and no docker, and the lock file says what goes along. Plain JavaScript, because any node may run it.
 */
import { cpSync, existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

const [name, from, to] = process.argv.slice(2)
const ofLambda = /-linux-x64$/

/** Folders of `name` and of everything it depends on; what stands inside a package comes along with it. */
function list(folder, found = new Set()) {
  if (found.has(folder)) return found
  const file = join(from, folder, 'package.json')
  if (!existsSync(file))
    throw new Error(
      `${folder} is not in node_modules: this machine has another system than Lambda. Get it with: npm i --no-save --os=linux --cpu=x64 --libc=glibc ${name}`,
    )
  found.add(folder)
  const { dependencies = {}, optionalDependencies = {} } = JSON.parse(readFileSync(file, 'utf8'))
  const wanted = Object.keys(optionalDependencies).filter((each) => ofLambda.test(each))
  for (const each of [...Object.keys(dependencies), ...wanted])
    if (!existsSync(join(from, folder, 'node_modules', each))) list(each, found)
  return found
}

for (const folder of list(name)) cpSync(join(from, folder), join(to, folder), { recursive: true })

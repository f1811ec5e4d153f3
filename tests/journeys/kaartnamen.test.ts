/** Bergen is narrow and has eight kernen, two of them small: the hardest map to read at first sight. */
import { expect, test } from 'vitest'
import { laptop, phone } from '../support/browser.ts'
import { settle, withJourney } from '../support/journey.ts'

const journey = withJourney()

test.each([
  ['/melden', phone],
  ['/melden', laptop],
  ['/', phone],
  ['/', laptop],
])('%s has the name of every kern on its map at first sight, on %j', async (path, viewport) => {
  const page = await journey.open(path, { viewport })
  await settle(page)
  await expect.poll(() => page.locator('[data-namen]').getAttribute('data-namen')).toBe('8')
})

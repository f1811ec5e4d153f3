// Runs at CloudFront's edge (JavaScript runtime 2.0, no imports): an address without a file name in it is a page of
// the web, and every page is index.html. A missing file stays a 404.
// biome-ignore lint/correctness/noUnusedVariables: CloudFront calls `handler` by its name
function handler(event) {
  const { request } = event
  if (!request.uri.split('/').pop().includes('.')) request.uri = '/index.html'
  return request
}

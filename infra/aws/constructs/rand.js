// Runs at CloudFront's edge (JavaScript runtime 2.0, no imports) before a request goes to the API: says which address it
// came from, and always overwrites what somebody wrote there. Only with the secret of our edge is it believed.
// biome-ignore lint/correctness/noUnusedVariables: CloudFront calls `handler` by its name
function handler(event) {
  const { request, viewer } = event
  request.headers['x-kernpunt-adres'] = { value: viewer.ip }
  return request
}

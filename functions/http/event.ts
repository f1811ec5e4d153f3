/**
 * What we read of an API Gateway HTTP API event (payload 2.0) and what we answer. Amazon's own types fit in it;
 * the local server and tests make the same shape.
 */
export type HttpEvent = {
  /** Without stage: the API has only `$default`. */
  rawPath: string
  rawQueryString: string
  /** Names in lower case; values of a repeated header joined with commas. */
  headers: Record<string, string | undefined>
  body?: string
  isBase64Encoded: boolean
  requestContext: {
    requestId: string
    /** `sourceIp`: who spoke with the gateway, which behind CloudFront is CloudFront. */
    http: { method: string; sourceIp?: string }
    /** Set by the gateway after it checked a token; lists come as text such as `[a b]`. */
    authorizer?: { jwt?: { claims: Record<string, unknown> } }
  }
}

export type HttpReply = { statusCode: number; headers: Record<string, string>; body: string }

/** One header, whatever the letters of its name. */
export const headerOf = (event: HttpEvent, name: string): string | undefined => {
  const wanted = name.toLowerCase()
  const found = Object.keys(event.headers).find((key) => key.toLowerCase() === wanted)
  return found === undefined ? undefined : event.headers[found]
}

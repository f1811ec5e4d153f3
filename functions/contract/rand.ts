/** What our edge (CloudFront) tells the functions behind it; see `http/adres.ts`. Lower case, as the edge wants them. */
export const adresHeader = 'x-kernpunt-adres'
export const randHeader = 'x-kernpunt-rand'

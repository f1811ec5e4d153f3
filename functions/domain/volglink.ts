/**
 * The secret link with which somebody follows a melding. Its secret stands behind `#`, which browsers never send.
 * @example toVolglink('https://kernpunt.voorbeeld.nl', 'M-4F7K-2M9Q', 'geheim') // 'https://…/volg#M-4F7K-2M9Q.geheim'
 */
export const toVolglink = (webadres: string, nummer: string, volgcode: string): string =>
  `${webadres}/volg#${nummer}.${volgcode}`

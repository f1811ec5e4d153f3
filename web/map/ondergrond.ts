/**
 * PDOK's BRT-Achtergrondkaart (grey raster) under our own layers. One small picture is tried, once per visit and
 * with a short patience; when it does not come, the map keeps its own colours and never asks again.
 */
const wmts = 'https://service.pdok.nl/brt/achtergrondkaart/wmts/v2_0/grijs/EPSG:3857'
const patienceMs = 2500

export const tileUrl = `${wmts}/{z}/{x}/{y}.png`

let probe: Promise<boolean> | undefined

/** Whether the background can be had; the tile is the one that holds the whole of the Netherlands. */
export const hasOndergrond = (): Promise<boolean> => {
  probe ??= fetch(`${wmts}/6/32/21.png`, { signal: AbortSignal.timeout(patienceMs) }).then(
    (response) => response.ok,
    () => false,
  )
  return probe
}

/**
 * The one class that talks to MapLibre. It gets a whole `Beeld` and makes the map equal to it; what people do on
 * the map comes back through `Reacties`. Loaded as a chunk of its own: every screen works without it.
 */
import fontUrl from '@fontsource/source-sans-3/files/source-sans-3-latin-600-normal.woff2?url'
import { type GeoJSONSource, Map as MapLibre, Marker, NavigationControl, setWorkerUrl } from 'maplibre-gl'
import 'maplibre-gl/dist/maplibre-gl.css'
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?url'
import type { Instellingen } from '../../functions/contract/instellingen.ts'
import type { Teksten } from '../texts/nl.ts'
import { type Beeld, type Positie, puntsoorten, type Vorm } from './beeld.ts'
import { boundsOf, celPunten, kernNamen, kernVlakken, lijnVorm, losPunten } from './features.ts'
import { makeArcering, makeMarker } from './markers.ts'
import { hasOndergrond, tileUrl } from './ondergrond.ts'
import { colours, makeStyle } from './style.ts'

setWorkerUrl(workerUrl)

export type Reacties = {
  /** The pointer is over this kern (undefined: over none). */
  onKern?(kern: string | undefined): void
  onKies?(kern: string): void
  onPlek?(positie: Positie): void
  onPunt?(id: string): void
}

type Settings = {
  kaart: Instellingen['kaart']
  kernen: readonly Vorm[]
  tekst: Teksten['kaartvak']
  titel: string
  /** Choosing a place: one finger moves the map, and the arrow keys are the pin's. */
  plekKiezen: boolean
  reacties: Reacties
  onOndergrond(): void
}

export class Kaart {
  readonly #map: MapLibre
  readonly #settings: Settings
  #beeld: Beeld = {}
  #ready = false
  #speld: Marker | undefined

  /** Throws when the browser cannot draw (no WebGL). */
  constructor(vak: HTMLElement, settings: Settings) {
    this.#settings = settings
    const { kaart, tekst, plekKiezen, titel } = settings
    this.#map = new MapLibre({
      container: vak,
      style: makeStyle(new URL(fontUrl, location.href).href),
      bounds: kaart.bbox,
      fitBoundsOptions: { padding: 24 },
      attributionControl: false,
      fadeDuration: 0,
      maxZoom: 18,
      minZoom: 8,
      dragRotate: false,
      pitchWithRotate: false,
      touchPitch: false,
      keyboard: !plekKiezen,
      cooperativeGestures: !plekKiezen,
      locale: {
        'Map.Title': titel,
        'Marker.Title': 'Speld',
        'NavigationControl.ZoomIn': tekst.inzoomen,
        'NavigationControl.ZoomOut': tekst.uitzoomen,
        'CooperativeGesturesHandler.WindowsHelpText': tekst.ctrlScroll,
        'CooperativeGesturesHandler.MacHelpText': tekst.cmdScroll,
        'CooperativeGesturesHandler.MobileHelpText': tekst.tweeVingers,
      },
    })
    this.#map.touchZoomRotate.disableRotation()
    this.#map.addControl(new NavigationControl({ showCompass: false }), 'top-right')
    this.#map.once('load', () => this.#start())
    this.#listen()
    // The signal for who waits until everything stands there: tests, and a page that is printed.
    this.#map.on('idle', () => {
      if (!this.#ready) return
      vak.dataset.kaart = 'klaar'
      vak.dataset.namen = String(this.#countNamen())
    })
  }

  show(beeld: Beeld): void {
    const before = this.#beeld
    this.#beeld = beeld
    if (this.#ready) this.#paint(before)
  }

  get midden(): Positie {
    const { lng, lat } = this.#map.getCenter()
    return [lng, lat]
  }

  remove(): void {
    this.#map.remove()
  }

  /** Names that found a place; where all are wanted, who looks after the map can see that they are there. */
  #countNamen(): number {
    const placed = this.#map.queryRenderedFeatures({ layers: ['naam'] })
    return new Set(placed.map(({ properties }) => properties.kern)).size
  }

  #start(): void {
    for (const soort of puntsoorten) this.#map.addImage(soort, makeMarker(soort), { pixelRatio: 2 })
    this.#map.addImage('arcering', makeArcering(), { pixelRatio: 2 })
    this.#ready = true
    this.#paint(undefined)
    void hasOndergrond().then((there) => there && this.#addOndergrond())
  }

  #addOndergrond(): void {
    if (!this.#map.getStyle()) return
    this.#map.addSource('ondergrond', { type: 'raster', tiles: [tileUrl], tileSize: 256, maxzoom: 19 })
    this.#map.addLayer({ id: 'ondergrond', type: 'raster', source: 'ondergrond' }, 'land')
    this.#map.setPaintProperty('land', 'fill-opacity', 0.15)
    this.#map.setPaintProperty('vlak', 'fill-opacity', 0.7)
    this.#settings.onOndergrond()
  }

  /** Only what differs from `before` goes to the worker. */
  #paint(before: Beeld | undefined): void {
    const { kernen } = this.#settings
    const now = this.#beeld
    const fills = ['kleuren', 'cijfers', 'gearceerd'] as const
    if (!before || fills.some((part) => before[part] !== now[part])) {
      this.#setData('kernen', kernVlakken(kernen, now))
      this.#setData('namen', kernNamen(kernen, now))
    }
    if (before?.cellen !== now.cellen) this.#setData('cellen', celPunten(now.cellen ?? []))
    if (before?.punten !== now.punten) this.#setData('punten', losPunten(now.punten ?? []))
    if (before?.lijn !== now.lijn) this.#setData('lijn', lijnVorm(now.lijn ?? []))
    for (const { code } of kernen) {
      const actief = code === now.actief || code === now.gekozen
      this.#map.setFeatureState({ source: 'kernen', id: code }, { actief })
    }
    if (before?.gekozen !== now.gekozen) this.#zoomTo(now.gekozen)
    this.#setSpeld(now.speld, before?.speld)
  }

  #setData(source: string, collection: GeoJSON.FeatureCollection): void {
    this.#map.getSource<GeoJSONSource>(source)?.setData(collection)
  }

  #zoomTo(code: string | undefined): void {
    const kern = this.#settings.kernen.find((each) => each.code === code)
    const bounds = kern ? boundsOf(kern) : this.#settings.kaart.bbox
    this.#map.fitBounds(bounds, { padding: 32, maxZoom: 14 })
  }

  #setSpeld(positie: Positie | undefined, before: Positie | undefined): void {
    if (!positie) {
      this.#speld?.remove()
      this.#speld = undefined
      return
    }
    this.#speld ??= new Marker({ color: colours.actief })
    this.#speld.setLngLat([...positie]).addTo(this.#map)
    const seen = this.#map.getBounds().contains([...positie])
    // Without a background a close look shows nothing to know a place by.
    const close = this.#map.getSource('ondergrond') ? 15 : 12
    if (!before || !seen)
      this.#map.easeTo({ center: [...positie], zoom: Math.max(this.#map.getZoom(), close) })
  }

  #listen(): void {
    const { onKern, onKies, onPlek, onPunt } = this.#settings.reacties
    const map = this.#map
    if (onPlek) map.getCanvas().style.cursor = 'crosshair'
    map.on('click', (event) => {
      if (onPlek) return onPlek([event.lngLat.lng, event.lngLat.lat])
      const [hit] = map.queryRenderedFeatures(event.point, { layers: ['groep', 'punt', 'land'] })
      if (hit?.layer.id === 'groep') map.easeTo({ center: event.lngLat, zoom: map.getZoom() + 2 })
      else if (hit?.layer.id === 'punt') onPunt?.(String(hit.properties.id))
      else if (hit) onKies?.(String(hit.properties.kern))
    })
    map.on('mousemove', 'land', (event) => onKern?.(String(event.features?.[0]?.properties.kern)))
    map.on('mouseleave', 'land', () => onKern?.(undefined))
  }
}

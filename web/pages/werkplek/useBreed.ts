/** Whether the list and the map fit beside each other; the same width as in the styles. */
import { useEffect, useState } from 'preact/hooks'

const breed = '(min-width: 66rem)'

export function useBreed(): boolean {
  const [is, setIs] = useState(() => matchMedia(breed).matches)
  useEffect(() => {
    const media = matchMedia(breed)
    const listen = () => setIs(media.matches)
    media.addEventListener('change', listen)
    return () => media.removeEventListener('change', listen)
  }, [])
  return is
}

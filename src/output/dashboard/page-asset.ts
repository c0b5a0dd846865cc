/** The page's script and style, bundled: this file stands in for them in the sources, `npm run build` writes the real one. */
export interface PageAsset {
  script: string
  style: string
  /** What the page's policy allows to run and to be applied: base64 of their SHA-256. */
  scriptHash: string
  styleHash: string
}

export const pageAsset: PageAsset = { script: '', style: '', scriptHash: '', styleHash: '' }

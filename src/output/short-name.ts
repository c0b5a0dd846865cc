import { cellName } from '../form/cell-name.ts'

const longest = 18

/** A cell's name for narrow columns: labels longer than 18 characters are cut. */
export const shortName = (cell: string): string => shorten(cellName(cell))

/** A name that is already made, cut alike. */
export const shorten = (name: string): string =>
  name
    .split(' › ')
    .map(part => (part.length <= longest ? part : `${part.slice(0, longest - 1)}…`))
    .join(' › ')

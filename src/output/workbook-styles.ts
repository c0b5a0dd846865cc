import type { Style } from './xlsx.ts'

export const styles = {
  title: { bold: true, size: 14, align: 'center' },
  heading: { bold: true, size: 12 },
  note: { color: '595959', wrap: true, align: 'left' },
  header: { bold: true, fill: 'DDEBF7', border: true, align: 'center', wrap: true },
  label: { fill: 'F2F2F2', border: true, align: 'left', wrap: true },
  id: { color: '808080', size: 8, border: true, align: 'center', wrap: true },
  text: { border: true, align: 'left', wrap: true },
  figure: { border: true, align: 'right' },
  /** A sum that is not over all reports, or has doubted figures in it. */
  incomplete: { border: true, align: 'right', fill: 'FFF2CC' },
  doubted: { border: true, align: 'right', fill: 'FFE699' },
  /** The figure is not known although something stands there. */
  unknown: { border: true, align: 'right', fill: 'FCE4D6' },
  bad: { border: true, align: 'left', wrap: true, color: 'C00000' },
} as const satisfies Record<string, Style>

import { form2019 } from './2019.ts'
import { form2021 } from './2021.ts'
import type { EditionId, Form } from './form.ts'

/** Every edition, the current one first: `edition` decides between them by the labels in each table. */
export const forms: Readonly<Record<EditionId, Form>> = Object.freeze({ '2021': form2021, '2019': form2019 })

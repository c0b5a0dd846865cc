/** What the shared code uses and browsers of a few years ago lack (Chromium before 110). Imported first. */
function define(prototype: object, name: string, value: unknown) {
  if (!(name in prototype)) Object.defineProperty(prototype, name, { value, writable: true, configurable: true })
}

define(Array.prototype, 'at', function at(this: unknown[], index: number) {
  return this[index < 0 ? this.length + index : index]
})
define(Array.prototype, 'toReversed', function toReversed(this: unknown[]) {
  return this.slice().reverse()
})
define(Array.prototype, 'toSorted', function toSorted(this: unknown[], compare?: (a: unknown, b: unknown) => number) {
  return this.slice().sort(compare)
})
define(Array.prototype, 'findLastIndex', function findLastIndex(this: unknown[], test: (item: unknown) => boolean) {
  let at = this.length - 1
  while (at >= 0 && !test(this[at])) at--
  return at
})
define(Object, 'hasOwn', (object: object, key: string) => Object.hasOwn(object, key))

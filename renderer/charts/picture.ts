/**
 * What a picture needs of the page's styles: each element is drawn with its own, since a picture
 * knows no style sheets.
 */
const properties = [
  'align-items',
  'background-color',
  'border-bottom',
  'border-collapse',
  'border-left',
  'border-radius',
  'border-right',
  'border-spacing',
  'border-top',
  'box-sizing',
  'color',
  'column-gap',
  'display',
  'fill',
  'fill-opacity',
  'flex',
  'flex-direction',
  'flex-wrap',
  'font-family',
  'font-size',
  'font-style',
  'font-variant-numeric',
  'font-weight',
  'gap',
  'grid-column',
  'grid-template-columns',
  'height',
  'justify-content',
  'letter-spacing',
  'line-height',
  'margin',
  'max-width',
  'min-width',
  'opacity',
  'overflow',
  'padding',
  'paint-order',
  'position',
  'row-gap',
  'stroke',
  'stroke-dasharray',
  'stroke-linecap',
  'stroke-linejoin',
  'stroke-width',
  'text-align',
  'text-align-last',
  'text-anchor',
  'dominant-baseline',
  'text-decoration-line',
  'text-overflow',
  'transform',
  'vertical-align',
  'visibility',
  'white-space',
  'width',
  'word-break',
  'top',
  'left',
  'right',
  'bottom',
];

/** Attributes of drawings that say where and what, not how it looks in the page. */
const skipped = new Set(['class', 'style', 'tabindex', 'role', 'onclick']);

/** Copies an element with the styles it has now. Buttons become plain text: a picture has none. */
function copyOf(source: Element, into: Document): Element | null {
  const style = getComputedStyle(source);
  if (style.display === 'none' || source.hasAttribute('data-no-picture')) return null;
  const isButton = source instanceof HTMLButtonElement;
  const copy = into.createElementNS(source.namespaceURI, isButton ? 'span' : source.localName);
  for (const { name, value } of source.attributes) {
    if (!skipped.has(name) && !name.startsWith('aria-')) copy.setAttribute(name, value);
  }
  // Both HTML and SVG elements carry inline styles.
  const { style: own } = copy as unknown as ElementCSSInlineStyle;
  for (const property of properties) own.setProperty(property, style.getPropertyValue(property));
  if (isButton && style.display === 'inline-block') own.setProperty('display', 'inline');
  // What sticks to an edge while scrolling lies where it belongs.
  if (style.position === 'sticky' || style.position === 'fixed')
    own.setProperty('position', 'static');
  for (const child of source.childNodes) {
    if (child instanceof Text) copy.append(into.createTextNode(child.data));
    else if (child instanceof Element) {
      const part = copyOf(child, into);
      if (part) copy.append(part);
    }
  }
  return copy;
}

/** How a picture is drawn. */
interface PictureOptions {
  /** Pixels a picture has for each of the page's, so that it stays sharp on paper. */
  readonly sharpness?: number;
  /** Room around, in the page's pixels. */
  readonly margin?: number;
  /** Colour behind it; that of the page where it is not said. */
  readonly ground?: string;
}

/** Longest side of a picture, in pixels: what every canvas can hold. */
const longest = 16_000;

/** Draws an element of the page as it looks, scrolled parts included. Base64 of a PNG. */
export async function pictureOf(
  element: HTMLElement,
  { sharpness = 2, margin = 24, ground }: PictureOptions = {},
): Promise<string> {
  const width = Math.ceil(Math.max(element.scrollWidth, element.offsetWidth)) + 2 * margin;
  const height = Math.ceil(Math.max(element.scrollHeight, element.offsetHeight)) + 2 * margin;
  // In a document of its own, so that the page's policy against inline styles is not asked.
  const copy = copyOf(element, document.implementation.createHTMLDocument());
  if (!copy) throw new Error('nothing to draw');
  const inside = new XMLSerializer().serializeToString(copy);
  const paper = ground ?? getComputedStyle(document.documentElement).backgroundColor;
  const drawing =
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">` +
    `<foreignObject x="${margin}" y="${margin}" width="${width - 2 * margin}" height="${height - 2 * margin}">` +
    `${inside}</foreignObject></svg>`;
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(drawing)}`;
  await image.decode();
  const scale = Math.min(sharpness, longest / width, longest / height);
  const canvas = document.createElement('canvas');
  canvas.width = Math.round(width * scale);
  canvas.height = Math.round(height * scale);
  const context = canvas.getContext('2d');
  if (!context) throw new Error('no canvas');
  context.fillStyle = paper;
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.scale(scale, scale);
  context.drawImage(image, 0, 0);
  return canvas.toDataURL('image/png').replace(/^data:image\/png;base64,/, '');
}

// Functions that run inside the browser's page. Plain JavaScript, so that the rest of the project does not come to know the browser's names.

/** Puts in what a hostile file might: a script and a picture from elsewhere. */
export async function breakIn() {
  const violations = []
  document.addEventListener('securitypolicyviolation', (e) => violations.push(e.effectiveDirective))
  const script = document.createElement('script')
  script.textContent = 'document.title = "ran"'
  const picture = document.createElement('img')
  picture.src = 'http://192.0.2.1/x.png'
  const refused = new Promise((done) => picture.addEventListener('error', done))
  document.body.append(script, picture)
  await refused
  await new Promise((done) => requestAnimationFrame(done))
  return { violations, title: document.title }
}

/** Width in pixels of the picture behind an element, once it is decoded. */
export async function pictureWidth(element) {
  const image = new Image()
  image.src = getComputedStyle(element).backgroundImage.slice(5, -2)
  await image.decode()
  return image.naturalWidth
}

export function focus() {
  const { outlineStyle, outlineWidth } = getComputedStyle(document.activeElement)
  return { tag: document.activeElement.tagName, outlineStyle, width: Number.parseFloat(outlineWidth) }
}

/** What a page needs for those who do not see it as a whole. */
export function outline() {
  const all = (selector) => [...document.querySelectorAll(selector)]
  const levels = all('h1,h2,h3,h4,h5,h6').map((h) => Number(h.tagName.slice(1)))
  const ids = all('[id]').map((e) => e.id)
  return {
    lang: document.documentElement.lang,
    titled: document.title.length > 0,
    mains: all('main').length,
    firsts: levels.filter((level) => level === 1).length,
    jumps: levels.filter((level, i) => level > (levels[i - 1] ?? 0) + 1).length,
    unnamed: all('a, summary, [role=img], table th, h1, h2, h3').filter(
      (e) => (e.getAttribute('aria-label') ?? e.textContent).trim() === '',
    ).length,
    unlabelled: all('[aria-labelledby]').filter((e) => document.getElementById(e.getAttribute('aria-labelledby')) === null).length,
    unscoped: all('th:not([scope])').length,
    deadEnds: all('a[href^="#"]').filter((e) => document.getElementById(e.getAttribute('href').slice(1)) === null).length,
    twice: ids.length - new Set(ids).size,
  }
}

export function openAll(state) {
  for (const details of document.querySelectorAll('details')) details.open = state
  return document.documentElement.scrollWidth
}

/** WCAG 2.2, 1.4.3: relative luminance of each text against the nearest ground that is painted behind it. */
export function contrasts() {
  for (const details of document.querySelectorAll('details')) details.open = true
  const channels = (colour) => (colour.match(/[\d.]+/g) ?? []).map(Number)
  const luminance = (colour) => {
    const [r, g, b] = channels(colour).map((c) => (c / 255 <= 0.04045 ? c / 255 / 12.92 : ((c / 255 + 0.055) / 1.055) ** 2.4))
    return 0.2126 * r + 0.7152 * g + 0.0722 * b
  }
  const groundOf = (element) => {
    if (element === null) return 'rgb(255, 255, 255)'
    const colour = getComputedStyle(element).backgroundColor
    return (channels(colour)[3] ?? 1) > 0.99 ? colour : groundOf(element.parentElement)
  }
  const faint = []
  let texts = 0
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    const element = node.parentElement
    if (node.textContent.trim() === '' || !element.checkVisibility()) continue
    texts++
    const [a, b] = [luminance(getComputedStyle(element).color), luminance(groundOf(element))]
    const ratio = (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05)
    if (ratio < 4.5) faint.push(`${ratio.toFixed(2)} ${node.textContent.trim().slice(0, 40)}`)
  }
  return { texts, faint, ground: getComputedStyle(document.body).backgroundColor }
}

// Opens an EPUB in a reading system under a browser without a window: contents and pages lead somewhere, every note opens
// from its mark with its own words, and text can be seen by day and by night. Pictures of what a reader sees go into a folder.
//
// Usage: node reader.mjs NODE_MODULES CHROMIUM BOOK.epub PICTURES

import { createServer } from 'node:http'
import { createRequire } from 'node:module'
import { mkdir, readFile } from 'node:fs/promises'
import { dirname, extname, join, normalize, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

const [modules, chromium, book, pictures] = process.argv.slice(2).map((each, k) => (k === 1 ? each : resolve(each)))
const here = dirname(fileURLToPath(import.meta.url))
const puppeteer = createRequire(join(modules, 'puppeteer', 'package.json'))('puppeteer')
const types = { '.html': 'text/html', '.js': 'text/javascript', '.epub': 'application/epub+zip' }
const problems = []
const check = (holds, words) => { if (!holds) problems.push(words) }

const fileOf = path => {
    if (path === '/book.epub') return book
    if (path === '/reader.html') return join(here, 'reader.html')
    return path.startsWith('/foliate-js/') ? join(modules, normalize(path)) : null
}

const serve = async () => {
    const server = createServer(async (request, response) => {
        const file = fileOf(new URL(request.url, 'http://reader').pathname)
        const bytes = file && (await readFile(file).catch(() => null))
        response.writeHead(bytes ? 200 : 404, { 'content-type': types[extname(file ?? '')] ?? 'application/octet-stream' })
        response.end(bytes ?? undefined)
    })
    await new Promise(done => server.listen(0, '127.0.0.1', done))
    return server
}

const brightness = colour => {
    const [red, green, blue, alpha = 1] = colour.match(/[\d.]+/gu).map(Number)
    return alpha === 0 ? null : (red * 299 + green * 587 + blue * 114) / 1000
}

/** The text has no ground of its own, or stands out from it. */
const checkColours = async (page, scheme) => {
    const { color, backgroundColor, words } = await page.evaluate(() => window.reader.colours())
    const text = brightness(color), ground = brightness(backgroundColor) ?? (scheme === 'dark' ? 24 : 255)
    check(words > 0, `${scheme}: the first text is empty`)
    check(Math.abs(text - ground) > 125, `${scheme}: text ${color} on ${backgroundColor} cannot be read`)
}

const picture = async (page, name) => {
    await new Promise(done => setTimeout(done, 150)) // the reading system turns its pages with a movement
    await page.screenshot({ path: join(pictures, `${name}.png`) })
}

const views = [
    ['cover', '[*|type="cover"] img, .cover img'], ['contents', 'nav'], ['opening', 'section[role="doc-chapter"] h1'],
    ['insert', 'aside.insert'], ['table', 'table'], ['figure', 'figure'], ['verse', '.verse'], ['index', '.index'],
    ['russian', 'body [lang="ru"]'],
]

const takePictures = async (page, scheme) => {
    await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }])
    for (const [name, selector] of views)
        if (await page.evaluate(each => window.reader.goToFirst(each), selector)) {
            if (name === 'opening') await checkColours(page, scheme)
            await picture(page, `${scheme}-${name}`)
        }
    if (!(await page.evaluate(() => window.reader.goToFirst('a[role="doc-noteref"]')))) return
    await page.evaluate(() => window.reader.clickNote())
    await picture(page, `${scheme}-note`)
    await page.evaluate(() => window.reader.closeNote())
}

const read = async page => {
    const found = await page.evaluate(() => window.reader.open())
    check(found.title, 'no title')
    check(found.language, 'no language')
    check(found.contents > 0, 'no contents')
    problems.push(...(await page.evaluate(() => window.reader.brokenPlaces())))
    let notes = 0
    for (const index of found.sections.keys()) {
        const section = await page.evaluate(each => window.reader.brokenNotes(each), index)
        notes += section.count
        problems.push(...section.problems)
    }
    return `${found.sections.length} documents, ${found.contents} entries, ${found.pages} pages, ${notes} notes`
}

const server = await serve()
const browser = await puppeteer.launch({ executablePath: chromium, args: ['--no-sandbox', '--disable-gpu'] })
try {
    await mkdir(pictures, { recursive: true })
    const page = await browser.newPage()
    await page.setViewport({ width: 480, height: 720 })
    page.on('pageerror', error => problems.push(`the reading system stumbles: ${error.message}`))
    await page.goto(`http://127.0.0.1:${server.address().port}/reader.html`)
    await page.waitForSelector('html[data-ready]', { timeout: 30_000 })
    const summary = await read(page)
    for (const scheme of ['light', 'dark']) await takePictures(page, scheme)
    for (const problem of problems) console.log(`${book}: ${problem}`)
    console.log(`reader: ${summary}, ${problems.length} problems`)
} finally {
    await browser.close()
    server.close()
}
process.exit(problems.length > 0 ? 1 : 0)

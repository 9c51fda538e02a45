// node bench.js ENGINE RUNS: fills template.docx with values.json, warm, and prints the median in milliseconds:
// the least of the clock's and the processor's, so that a busy machine does not count against it.
const fs = require('fs')
const [engine, runs] = process.argv.slice(2)
const values = JSON.parse(fs.readFileSync('values.json'))
const template = fs.readFileSync('template.docx')

function docxtemplater () {
  const PizZip = require('pizzip')
  const Docxtemplater = require('docxtemplater')
  return async () => {
    const document = new Docxtemplater(new PizZip(template), { paragraphLoop: true, linebreaks: true })
    document.render(values)
    return document.getZip().generate({ type: 'nodebuffer', compression: 'DEFLATE' })
  }
}

function carbone () {
  const library = require('carbone')
  return () => new Promise((resolve, reject) =>
    library.render(require('path').resolve('template.docx'), values, (error, out) => error ? reject(error) : resolve(out)))
}

async function main () {
  const make = { docxtemplater, carbone }[engine]()
  const times = []
  let out
  for (let run = 0; run < Number(runs) + 3; run++) {
    const start = process.hrtime.bigint()
    const used = process.cpuUsage()
    out = await make()
    const { user, system } = process.cpuUsage(used)
    times.push(Math.min(Number(process.hrtime.bigint() - start) / 1e6, (user + system) / 1e3))
  }
  fs.writeFileSync('out.docx', out)
  const warm = times.slice(3).sort((a, b) => a - b)
  console.log(warm[warm.length >> 1])
  process.exit(0)
}

main().catch(error => { console.error(error); process.exit(1) })

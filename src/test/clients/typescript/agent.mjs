// The client of the official SDK for the Model Context Protocol, against /mcp: it lists the tools and gets a section and its status.
import assert from 'node:assert/strict'
import { Client } from '@modelcontextprotocol/sdk/client/index.js'
import { StreamableHTTPClientTransport } from '@modelcontextprotocol/sdk/client/streamableHttp.js'

const client = new Client({ name: 'loa-clients', version: '1.0.0' })
await client.connect(new StreamableHTTPClientTransport(new URL('/mcp', process.env.LOA_URL)))
assert.equal(client.getServerVersion().name, 'Loa')

const { tools } = await client.listTools()
assert.ok(tools.length > 5 && tools.length <= 8, `${tools.length} tools`)
assert.ok(tools.every(tool => tool.annotations.readOnlyHint && tool.description.length > 50))

async function call(name, args) {
  const { content, isError } = await client.callTool({ name, arguments: args })
  return { isError, answer: isError ? content[0].text : JSON.parse(content[0].text) }
}

const found = await call('resolve', { q: 'Chỉ thị số 22-CT/TU' })
const article = found.answer.candidates[0].article.id
const section = await call('get_section', { article, eId: 'sec_2' })
assert.equal(section.answer.directive.number, '22-CT/TU')
assert.ok(section.answer.section.paragraphs[0].text.startsWith('Việc soạn thảo'))
const status = await call('get_status', { article, eId: 'sec_2', inForceOn: '2024-06-30' })
assert.ok(['not-yet', 'in-force', 'partly', 'suspended', 'ended', 'unknown'].includes(status.answer.force.status))
const checked = await call('check_citations', { text: 'Mục 2 và mục 9 Chỉ thị số 22-CT/TU' })
assert.equal(checked.answer.items[0].verdict, 'no-such-provision')
const wrong = await call('get_section', { article, eId: 'sec_99' })
assert.ok(wrong.isError && wrong.answer.startsWith('not-found'))
await client.close()
console.log(`${tools.length} tools: ${tools.map(tool => tool.name).join(', ')}`)

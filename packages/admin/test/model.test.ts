import { defineResource, ref } from '@linli/kit'
import { describe, expect, it } from 'vitest'
import { resourceMessages } from '../src/messages/index.ts'
import { modelOf, titlesIn } from '../src/model/index.ts'
import { defineAdmin, loadModules } from '../src/modules/index.ts'
import { clubs } from './app/clubs/index.ts'

const half = defineAdmin(clubs, {
  panels: [{ resource: 'clubs.people', title: '提示', load: () => Promise.reject(new Error('not fetched')) }],
})
const model = modelOf([{ plugin: clubs as never, half }])

describe('the model', () => {
  it('knows who points at a resource', () => {
    const pointing = model.reverse.get('clubs.people') ?? []
    expect(pointing.map(({ resource, field }) => `${resource.name}.${field}`)).toEqual(['clubs.requests.personId'])
  })

  it('leaves out who points there without wanting a tab', () => {
    const visits = defineResource({
      name: 'clubs.visits',
      title: '到访',
      scope: 'community',
      display: 'personId',
      fields: { personId: ref('clubs.people', { title: '居民', required: true, tab: false }) },
      list: { columns: ['personId'] },
    })
    const wider = modelOf([{ plugin: { ...clubs, resources: [...clubs.resources, visits] } as never, half }])
    expect(wider.resources.has('clubs.visits')).toBe(true)
    expect(wider.reverse.get('clubs.people')).toHaveLength(1)
  })

  it('has the platform beside the modules, after them', () => {
    expect(model.plugins.map(({ id }) => id)).toEqual(['clubs', 'platform'])
    expect(model.panels.get('clubs.people')).toHaveLength(1)
  })
})

describe('titles', () => {
  it('are Chinese from the definition, English by path, and Chinese again where no English is given', () => {
    expect(titlesIn('zh', model.plugins)('clubs.people', '居民')).toBe('居民')
    expect(titlesIn('en', model.plugins)('clubs.people', '居民')).toBe('Person')
    expect(titlesIn('en', model.plugins)('clubs.people.gender', '性别')).toBe('性别')
  })

  it('reach react-admin as nested keys', () => {
    expect(resourceMessages(model, 'zh')).toMatchObject({
      clubs: { people: { name: '居民', fields: { name: '姓名', dueAt: '办理期限' } } },
    })
  })
})

describe('fetching modules', () => {
  it('fetches those that are on and no other', async () => {
    const fetched: string[] = []
    const entry = (name: string, value: unknown) => () => {
      fetched.push(name)
      return Promise.resolve({ default: value, other: value })
    }
    const modules = {
      clubs: { manifest: entry('clubs', clubs), admin: entry('clubs/admin', half), portal: entry('clubs/portal', null) },
      parks: { manifest: entry('parks', null) },
    }
    const loaded = await loadModules(modules, ['clubs', 'gone'])
    expect(loaded).toEqual([{ plugin: clubs, half }])
    expect(fetched).toEqual(['clubs', 'clubs/admin'])
  })

  it('says which package is wrong', async () => {
    const modules = { parks: { manifest: () => Promise.resolve({ clubs }) } }
    await expect(loadModules(modules, ['parks'])).rejects.toThrow('"parks"')
  })
})

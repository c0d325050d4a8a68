import { registry } from '@linli/plugin-registry'
import registryServer from '@linli/plugin-registry/server'
import { contractSuite } from '@linli/testing'
import { lostAndFound } from '../src/index.ts'
import server from '../src/server/index.ts'

contractSuite({ plugin: lostAndFound, server }, { needs: [{ plugin: registry, server: registryServer }] })

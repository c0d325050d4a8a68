import { defineConfig } from 'vitest/config'

export default defineConfig({ test: { include: ['suite.ts'], server: { deps: { inline: ['@fastify/autoload'] } } } })

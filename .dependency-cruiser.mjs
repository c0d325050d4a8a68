/** The folders a file may import from are listed; everything else below packages/, apps/ and examples/ is refused. */
const ours = '^(packages|apps|examples)/'
const sources = (name) => `^packages/${name}/src/`
const anyOf = (names) => `^packages/(${names.join('|')})/`

/** Packages in the order of the arrows: each may use itself and what is listed for it. */
const mayUse = {
  core: [],
  kit: ['core'],
  store: ['core', 'kit'],
  server: ['core', 'kit', 'store'],
  testing: ['core', 'kit', 'store', 'server'],
  cli: ['core', 'kit', 'store', 'server'],
  admin: ['core', 'kit'],
  portal: ['core', 'kit'],
}

const layers = Object.entries(mayUse).map(([name, below]) => ({
  name: `${name}-imports-${below.length > 0 ? below.join('-') : 'nothing-of-ours'}`,
  severity: 'error',
  from: { path: sources(name) },
  to: { path: ours, pathNot: anyOf([name, ...below]) },
}))

const plugin = '^packages/plugins/([^/]+)/src/'
const half = (name) => `^packages/plugins/([^/]+)/src/${name}/`
const anyHalf = '^packages/plugins/[^/]+/src/(server|admin|portal)/'
const anyModel = '^packages/plugins/[^/]+/src/(?!(server|admin|portal)/)'

const halves = {
  server: ['core', 'kit', 'store', 'server'],
  admin: ['core', 'kit', 'admin'],
  portal: ['core', 'kit', 'portal'],
}

const pluginHalves = Object.entries(halves).map(([name, below]) => ({
  name: `plugin-${name}-half`,
  comment: `The ${name} half of a module imports ${below.join(', ')}, itself, its own model and the models of other modules.`,
  severity: 'error',
  from: { path: half(name) },
  to: { path: ours, pathNot: [anyOf(below), `^packages/plugins/$1/src/${name}/`, anyModel] },
}))

/** @type {import('dependency-cruiser').IConfiguration} */
export default {
  forbidden: [
    ...layers,
    {
      name: 'plugin-model',
      comment: 'The model of a module is safe in browser and server: it imports core, kit and the models of other modules.',
      severity: 'error',
      from: { path: plugin, pathNot: anyHalf },
      to: { path: ours, pathNot: [anyOf(['core', 'kit']), anyModel] },
    },
    ...pluginHalves,
    {
      name: 'pure-packages-import-zod-alone',
      comment: 'core, kit and the models of modules run anywhere: no Node, no other library.',
      severity: 'error',
      from: { path: [sources('core'), sources('kit'), anyModel] },
      to: { pathNot: [ours, 'node_modules/zod/'] },
    },
    {
      name: 'browser-halves-import-no-node',
      severity: 'error',
      from: { path: ['^packages/(admin|portal)/src/(?!vite/)', half('(?:admin|portal)')] },
      to: { dependencyTypes: ['core'] },
    },
    { name: 'packages-import-no-app', severity: 'error', from: { path: '^packages/[^/]+/' }, to: { path: '^(apps|examples)/' } },
    {
      name: 'no-cycle',
      comment: 'Two files that need each other while they load; types alone may.',
      severity: 'error',
      from: { path: '^packages/.+/src/' },
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    { name: 'resolvable', severity: 'error', from: { path: '/src/' }, to: { couldNotResolve: true, pathNot: '^virtual:' } },
  ],
  options: {
    exclude: { path: '(^|/)(dist|coverage|third-party-plugin)/' },
    doNotFollow: { path: 'node_modules' },
    moduleSystems: ['es6'],
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    combinedDependencies: false,
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'types', 'default', 'node'] },
  },
}

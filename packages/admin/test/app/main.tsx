import { createRoot } from 'react-dom/client'
import { LinliAdmin } from '../../src/index.ts'

const modules = { clubs: { manifest: () => import('./clubs/index.ts'), admin: () => import('./clubs/admin.ts') } }

createRoot(document.getElementById('root') as HTMLElement).render(<LinliAdmin modules={modules} />)

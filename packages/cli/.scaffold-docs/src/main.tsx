import { LinliAdmin } from '@linli/admin'
import { createRoot } from 'react-dom/client'
import modules from 'virtual:linli/modules'

const root = document.getElementById('root')
if (root) createRoot(root).render(<LinliAdmin modules={modules} />)

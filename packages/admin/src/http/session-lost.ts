type Listener = () => void

const listeners = new Set<Listener>()

/** Calls the listener when the server says that nobody is signed in any more. Returns how to stop. */
export function onSessionLost(listener: Listener): () => void {
  listeners.add(listener)
  return () => {
    listeners.delete(listener)
  }
}

/** Signing in answers 401 too, and means something else by it. */
export function tellSessionLost(path: string): void {
  if (path.startsWith('/auth/')) return
  for (const listener of listeners) listener()
}

/** Two houses side by side, for the phone's screen. */
export const ICON = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 512 512"><rect width="512" height="512" rx="96" fill="#9c1c1c"/><path d="M72 268 176 164l80 80 80-80 104 104v132H296v-92h-80v92H72z" fill="#fff"/></svg>`

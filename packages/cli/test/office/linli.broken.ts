throw new Error('this configuration is broken')
export {}

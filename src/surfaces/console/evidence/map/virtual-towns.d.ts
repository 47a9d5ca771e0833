/** Made from the package of towns when the console is built (vite.config.ts). */
declare module 'virtual:towns' {
  const towns: import('./gazetteer.ts').Gazetteer
  export default towns
}

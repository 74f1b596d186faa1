declare module 'papaparse' {
  const Papa: { parse(text: string, options: { header: boolean; dynamicTyping: boolean }): { data: unknown[] } }
  export default Papa
}

// Optional beside the iframe line: gives every Microfluence frame on the page the height of what it shows.
addEventListener('message', ({ data, source }) => {
  if (data?.type !== 'microfluence:height' || !(data.height > 0)) return
  for (const frame of document.querySelectorAll('iframe')) {
    if (frame.contentWindow === source) frame.style.height = `${Math.min(data.height, 20000)}px`
  }
})

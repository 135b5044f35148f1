// What is wrong with the layout of the page as it stands: a list of sentences.
() => {
  const wrong = [];
  const width = document.documentElement.clientWidth;
  if (document.documentElement.scrollWidth > width) {
    wrong.push(`the page is ${document.documentElement.scrollWidth} wide, its window ${width}`);
  }

  // What a reader can scroll to, which nobody can on paper.
  const onPaper = matchMedia("print").matches;
  const scrolls = element => {
    for (let at = element; at; at = at.parentElement) {
      if (!onPaper && ["auto", "scroll"].includes(getComputedStyle(at).overflowX)) return true;
    }
    return false;
  };

  // Every line of text that is seen.
  const lines = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const text = node.textContent.trim();
    if (!text || node.parentElement.closest("title, desc, style, defs")) continue;
    const range = document.createRange();
    range.selectNodeContents(node);
    for (const box of range.getClientRects()) {
      if (box.width > 0 && box.height > 0) lines.push({ node, text, box });
    }
  }
  for (const { node, text, box } of lines) {
    if ((box.left < 0 || box.right > width + 0.5) && !scrolls(node.parentElement)) wrong.push(`"${text}" leaves the page`);
    const svg = node.parentElement.closest("svg");
    if (svg) {
      const frame = svg.getBoundingClientRect();
      const inside = box.left > frame.left - 1 && box.right < frame.right + 1
        && box.top > frame.top - 1 && box.bottom < frame.bottom + 1;
      if (!inside) wrong.push(`"${text}" leaves its picture`);
      if (box.height < 9 && box.width < 9 * text.length) wrong.push(`"${text}" is too small to read`);
    }
  }
  for (let one = 0; one < lines.length; one++) {
    for (let other = one + 1; other < lines.length; other++) {
      if (lines[one].node === lines[other].node) continue;
      const [a, b] = [lines[one].box, lines[other].box];
      const across = Math.min(a.right, b.right) - Math.max(a.left, b.left);
      const down = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
      if (across > 1 && down > 3) wrong.push(`"${lines[one].text}" lies over "${lines[other].text}"`);
    }
  }

  // No line of a picture runs over a text.
  for (const line of document.querySelectorAll("svg path, svg line, svg polyline, svg polygon")) {
    const drawn = line.getClientRects().length > 0 && !line.closest("defs, clipPath, pattern");
    const style = getComputedStyle(line);
    if (!drawn || (style.stroke === "none" && style.fill === "none")) continue;
    const [place, length] = [line.getScreenCTM(), line.getTotalLength()];
    const near = lines.filter(({ node, box }) => {
      const around = line.getBoundingClientRect();
      return node.parentElement.closest("svg") === line.closest("svg") && around.left < box.right
        && box.left < around.right && around.top < box.bottom && box.top < around.bottom;
    });
    for (const { text, box } of near) {
      for (let at = 0; at <= length; at++) {
        const point = line.getPointAtLength(at).matrixTransform(place);
        const across = Math.min(point.x - box.left, box.right - point.x);
        const down = Math.min(point.y - box.top, box.bottom - point.y);
        if (across > 1 && down > 3) {
          wrong.push(`a line runs over "${text}"`);
          break;
        }
      }
    }
  }

  for (const element of document.body.querySelectorAll("*")) {
    if (element.closest("svg") || scrolls(element)) continue;
    if (getComputedStyle(element).overflow !== "visible" && element.scrollWidth > element.clientWidth + 1) {
      wrong.push(`<${element.localName}> hides a part of what is in it`);
    }
  }
  for (const svg of document.querySelectorAll("svg")) {
    if (getComputedStyle(svg).display === "none") continue;
    const [frame, around] = [svg.getBoundingClientRect(), svg.parentElement.getBoundingClientRect()];
    if (frame.width < 1 || frame.height < 1) wrong.push("a picture has no size");
    const out = frame.left < around.left - 1 || frame.right > around.right + 1;
    if (out && !scrolls(svg)) wrong.push("a picture leaves its place");
  }
  return wrong;
}

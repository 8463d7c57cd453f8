// Where the names go on the map: beside their point, off other points and names, or nowhere.
const WAYS = [[1, 0, 'start'], [-1, 0, 'end'], [0, -1, 'middle'], [0, 1, 'middle'], [0.8, -0.8, 'start'], [-0.8, -0.8, 'end'], [0.8, 0.8, 'start'], [-0.8, 0.8, 'end']];
const LETTER = 0.6;

const meet = (a, b) => a.x0 < b.x1 && a.x1 > b.x0 && a.y0 < b.y1 && a.y1 > b.y0;

// Points are {x, y, r, name}, the most important first; gives each a place for its name, or null. A
// point without a name only stands in the way.
function placeLabels(points, width, height, size) {
  const taken = points.map((p) => ({ x0: p.x - p.r, x1: p.x + p.r, y0: p.y - p.r, y1: p.y + p.r }));
  taken.push({ x0: 0, x1: width * 0.36, y0: height - 32, y1: height }); // the scale bar
  return points.map((p, i) => {
    if (!p.name) return null;
    const long = p.name.length * size * LETTER;
    for (const [dx, dy, anchor] of WAYS) {
      const x = p.x + dx * (p.r + 4);
      const y = p.y + dy * (p.r + (dx ? 2 : 8));
      const x0 = anchor === 'start' ? x : anchor === 'end' ? x - long : x - long / 2;
      const box = { x0, x1: x0 + long, y0: y - size * 0.6, y1: y + size * 0.6 };
      if (box.x0 < 2 || box.x1 > width - 2 || box.y0 < 2 || box.y1 > height - 2) continue;
      if (taken.some((other, j) => j !== i && meet(box, other))) continue;
      taken.push(box);
      return { x: x - p.x, y: y - p.y + size * 0.36, anchor };
    }
    return null;
  });
}

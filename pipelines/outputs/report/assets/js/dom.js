'use strict';
// Elements out of data: text enters as text nodes alone, never as markup.
const SVG = 'http://www.w3.org/2000/svg';
const $ = (id) => document.getElementById(id);

function add(element, children) {
  for (const child of children.flat(9)) {
    if (child === null || child === undefined || child === false) continue;
    element.append(child.nodeType ? child : String(child));
  }
  return element;
}

function withAttributes(element, attributes) {
  for (const [name, value] of Object.entries(attributes || {})) {
    if (value === null || value === undefined || value === false) continue;
    if (name.startsWith('on')) element.addEventListener(name.slice(2), value);
    else element.setAttribute(name, value === true ? '' : value);
  }
  return element;
}

const h = (tag, attributes, ...children) =>
  add(withAttributes(document.createElement(tag), attributes), children);
const s = (tag, attributes, ...children) =>
  add(withAttributes(document.createElementNS(SVG, tag), attributes), children);
const fill = (element, ...children) => {
  element.replaceChildren();
  return add(element, children);
};
const link = (text, act, attributes) =>
  h('button', { class: 'link', type: 'button', onclick: act, ...attributes }, text);
const count = (n, one, many) => `${n.toLocaleString('en')} ${n === 1 ? one : many || one + 's'}`;
const groupBy = (rows, key) => {
  const groups = new Map();
  for (const row of rows) {
    const name = key(row);
    if (!groups.has(name)) groups.set(name, []);
    groups.get(name).push(row);
  }
  return groups;
};

import { readFileSync } from 'node:fs';
import { XmlDocument } from 'libxml2-wasm';

/**
 * `node scripts/iso20022-grammar.mjs <message>.xsd > libs/channels/src/iso20022/grammar/<message>.json`: what a
 * published schema asks of a message, as one line per type. The schemas themselves are not part of this project.
 */

const XS = { xs: 'http://www.w3.org/2001/XMLSchema' };

const attribute = (node, name) => node.attr(name)?.value;
const facetsOf = (type) =>
  Object.fromEntries(type.find('xs:restriction/*', XS).map((facet) => [facet.name, attribute(facet, 'value')]));

function simpleType(type) {
  const base = attribute(type.get('xs:restriction', XS), 'base').slice('xs:'.length);
  const facets = facetsOf(type);
  if (base === 'decimal') return `decimal ${facets.totalDigits} ${facets.fractionDigits} ${facets.minInclusive ?? '-'}`;
  if (base !== 'string') return base;
  if (facets.pattern !== undefined) return `pattern ${facets.pattern}`;
  const values = type.find('xs:restriction/xs:enumeration', XS).map((value) => attribute(value, 'value'));
  return values.length > 0 ? `values ${values.join(' ')}` : `text ${facets.minLength} ${facets.maxLength}`;
}

function element(node) {
  const least = attribute(node, 'minOccurs') ?? '1';
  const most = (attribute(node, 'maxOccurs') ?? '1').replace('unbounded', '*');
  const times = least === '1' && most === '1' ? '' : `[${least}..${most}]`;
  return `${attribute(node, 'name')}:${attribute(node, 'type')}${times}`;
}

function complexType(type) {
  const extended = type.get('xs:simpleContent/xs:extension', XS);
  if (extended) return `currency ${attribute(extended, 'base')}`;
  if (type.get('.//xs:any', XS)) return 'any';
  const content = type.get('xs:sequence|xs:choice', XS);
  return [content.name, ...content.find('xs:element', XS).map(element)].join(' ');
}

const schema = XmlDocument.fromBuffer(readFileSync(process.argv[2]));
const types = [
  ...schema.find('/xs:schema/xs:complexType', XS).map((type) => [attribute(type, 'name'), complexType(type)]),
  ...schema.find('/xs:schema/xs:simpleType', XS).map((type) => [attribute(type, 'name'), simpleType(type)]),
];
const namespace = attribute(schema.root, 'targetNamespace');
process.stdout.write(`${JSON.stringify({ namespace, types: Object.fromEntries(types) }, null, 2)}\n`);

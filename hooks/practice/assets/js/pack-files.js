/* The files of a pack: Markdown, and a Common Cartridge of web links. They depend on the choice and on the version of the library alone. */
(function () {
  "use strict";

  /* ---- zip: stored, not compressed, with one fixed date, so that the same content gives the same bytes ---- */
  const TABLE = Uint32Array.from({ length: 256 }, (_, n) => {
    for (let bit = 0; bit < 8; bit++) n = n & 1 ? (n >>> 1) ^ 0xedb88320 : n >>> 1;
    return n >>> 0;
  });

  function checksum(bytes) {
    let sum = 0xffffffff;
    for (const byte of bytes) sum = TABLE[(sum ^ byte) & 255] ^ (sum >>> 8);
    return (sum ^ 0xffffffff) >>> 0;
  }

  /* Numbers as little-endian bytes: [value, how many bytes], one after the other. */
  function numbers(...parts) {
    return Uint8Array.from(
      parts.flatMap(([value, size]) =>
        Array.from({ length: size }, (_, n) => Math.floor(value / 256 ** n) % 256),
      ),
    );
  }

  const ZIP_EPOCH = [
    [0, 2],
    [33, 2],
  ]; /* the first of January 1980, the earliest day that a zip file can name */

  function zip(members) {
    const encoder = new TextEncoder();
    const files = [];
    const entries = [];
    let at = 0;
    for (const [name, text] of members) {
      const path = encoder.encode(name);
      const bytes = encoder.encode(text);
      const about = [
        [20, 2],
        [0x800, 2],
        [0, 2],
        ...ZIP_EPOCH,
        [checksum(bytes), 4],
        [bytes.length, 4],
        [bytes.length, 4],
        [path.length, 2],
        [0, 2],
      ];
      files.push(numbers([0x04034b50, 4], ...about), path, bytes);
      entries.push(
        numbers([0x02014b50, 4], [20, 2], ...about, [0, 2], [0, 2], [0, 2], [0, 4], [at, 4]),
        path,
      );
      at += 30 + path.length + bytes.length;
    }
    const size = entries.reduce((sum, part) => sum + part.length, 0);
    const end = numbers(
      [0x06054b50, 4],
      [0, 2],
      [0, 2],
      [members.length, 2],
      [members.length, 2],
      [size, 4],
      [at, 4],
      [0, 2],
    );
    return new Blob([...files, ...entries, end], { type: "application/vnd.ims.imsccv1p1" });
  }

  /* ---- Common Cartridge 1.1: Moodle looks for the default namespace in the first 500 bytes of the manifest ---- */
  const PACKAGE = "http://www.imsglobal.org/xsd/imsccv1p1/imscp_v1p1";
  const DESCRIPTION = "http://ltsc.ieee.org/xsd/imsccv1p1/LOM/manifest";
  const LINK = "http://www.imsglobal.org/xsd/imsccv1p1/imswl_v1p1";
  const XML = '<?xml version="1.0" encoding="UTF-8"?>\n';
  const ENTITIES = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };
  const xml = (text) =>
    text
      .replace(/[\u0000-\u001f\u007f\ufffe\uffff]/g, " ")
      .replace(/[&<>"]/g, (sign) => ENTITIES[sign]);

  function cartridge(pack) {
    const links = [
      [pack.title, pack.url],
      ...pack.parts.map((part) => [part.label + ": " + part.title, part.url]),
    ].map(([title, url], n) => ({
      id: "R_link_" + (n + 1),
      path: "links/link-" + (n + 1) + ".xml",
      title,
      url,
    }));
    return zip([
      ["imsmanifest.xml", manifest(pack, links)],
      ...links.map((link) => [
        link.path,
        XML +
          '<webLink xmlns="' +
          LINK +
          '"><title>' +
          xml(link.title) +
          '</title><url href="' +
          xml(link.url) +
          '"/></webLink>\n',
      ]),
    ]);
  }

  function manifest(pack, links) {
    const said = (words) => '<lom:string language="en-GB">' + xml(words) + "</lom:string>";
    const items = links
      .map(
        (link) =>
          '<item identifier="I_' +
          link.id +
          '" identifierref="' +
          link.id +
          '"><title>' +
          xml(link.title) +
          "</title></item>",
      )
      .join("");
    return (
      XML +
      '<manifest xmlns="' +
      PACKAGE +
      '" xmlns:lom="' +
      DESCRIPTION +
      '" identifier="M_pack"><metadata><schema>IMS Common Cartridge</schema><schemaversion>1.1.0</schemaversion>' +
      "<lom:lom><lom:general><lom:title>" +
      said(pack.title) +
      "</lom:title><lom:language>en-GB</lom:language><lom:description>" +
      said(pack.about) +
      "</lom:description></lom:general>" +
      "<lom:rights><lom:copyrightAndOtherRestrictions><lom:value>yes</lom:value></lom:copyrightAndOtherRestrictions><lom:description>" +
      said(pack.credit) +
      "</lom:description></lom:rights></lom:lom></metadata>" +
      '<organizations><organization identifier="O_pack" structure="rooted-hierarchy"><item identifier="I_root"><item identifier="I_pack"><title>' +
      xml(pack.title) +
      "</title>" +
      items +
      "</item></item></organization></organizations>" +
      "<resources>" +
      links
        .map(
          (link) =>
            '<resource identifier="' +
            link.id +
            '" type="imswl_xmlv1p1"><file href="' +
            link.path +
            '"/></resource>',
        )
        .join("") +
      "</resources></manifest>\n"
    );
  }

  /* ---- Markdown ---- */
  const plain = (text) => text.replace(/([\\`*_[\]<>#|])/g, "\\$1");

  function markdown(pack) {
    const parts = pack.parts.map((part, n) =>
      [
        "## " + (n + 1) + ". " + plain(part.title) + " (" + part.minutes + " minutes)",
        part.label + ". " + plain(part.words),
        part.asks.map((ask) => "- " + plain(ask)).join("\n"),
        "<" + part.url + ">",
      ]
        .filter(Boolean)
        .join("\n\n"),
    );
    return (
      [
        "# " + plain(pack.title),
        plain(pack.about),
        ...parts,
        plain(pack.credit),
        "<" + pack.url + ">",
      ].join("\n\n") + "\n"
    );
  }

  window.practicePack.files = { cartridge, markdown };
})();

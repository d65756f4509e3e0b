// Draws over what the server has drawn already: without this file every page shows the same as
// strips and tables.  Reads its data from the page, loads nothing, writes no style into markup.
"use strict";
(() => {
  const figures = [...document.querySelectorAll("figure[data-picture]")];
  if (!figures.length || !window.d3 || !window.Plot) return;
  const tone = (name) => getComputedStyle(document.documentElement).getPropertyValue(name).trim();

  // A day, month or year in UTC; its last moment when `end`.
  const date = (value, end) => {
    const [year, month, day] = value.split("-").map(Number);
    const made = new Date(0);
    if (!end) made.setUTCFullYear(year, (month || 1) - 1, day || 1);
    else if (day) made.setUTCFullYear(year, month - 1, day + 1);
    else made.setUTCFullYear(month ? year : year + 1, month || 0, 1);
    return made;
  };

  const legend = (figure, entries) => {
    const list = document.createElement("ul");
    list.className = "key drawn-key";
    for (const [name, colour, href] of entries) {
      const item = document.createElement("li");
      const mark = document.createElement("i");
      mark.style.background = colour;
      const words = document.createElement(href ? "a" : "span");
      words.textContent = name;
      if (href) words.href = href;
      item.append(mark, words);
      list.append(item);
    }
    figure.append(list);
  };

  const palette = () => ["--k1", "--k6", "--k3", "--k7", "--k4", "--k2", "--k5"].map(tone);
  const plain = () => ({ background: "none", color: tone("--soft"), fontFamily: "inherit", fontSize: "12px", overflow: "visible" });
  const sign = () => ({ fill: tone("--sheet"), stroke: tone("--rule"), fontSize: 12.5, lineWidth: 26, textPadding: 9 });

  // The library names shapes without a role, which readers of the screen do not expect; of a link
  // the name belongs to the link.
  const plot = (options, role) => {
    const made = Plot.plot(options);
    for (const shape of made.querySelectorAll("[aria-label]")) {
      shape.closest("a")?.setAttribute("aria-label", shape.getAttribute("aria-label"));
      if (shape.localName !== "a") shape.removeAttribute("aria-label");
    }
    made.setAttribute("role", role);
    return made;
  };

  const kinds = { direct: ["quoted", "--content"], mixed: ["partly quoted", "--cue"], indirect: ["retold", "--k5"] };
  const draw = {
    articles(figure, data, width) {
      const sums = d3.rollup(data.points, (p) => d3.sum(p, (d) => d.n), (d) => d.row);
      const outlets = [...sums].sort((a, b) => b[1] - a[1] || d3.ascending(a[0], b[0])).map(([name]) => name);
      const colours = palette();
      const shown = outlets.length > colours.length ? outlets.slice(0, colours.length - 1) : outlets;
      const name = (row) => (shown.includes(row) ? row : "other outlets");
      const points = data.points.map((d) => ({ ...d, at: date(d.day), group: name(d.row) }));
      const years = d3.extent(points, (d) => d.at.getUTCFullYear());
      const interval = years[1] - years[0] > 14 ? "year" : years[1] - years[0] > 4 ? "3 months" : "month";
      const domain = shown.length < outlets.length ? [...shown, "other outlets"] : shown;
      figure.append(plot({
        width, height: Math.min(210, 120 + width / 14), marginLeft: 34, marginTop: 16, style: plain(), ariaLabel: data.caption,
        x: { type: "utc", label: null }, y: { label: null, ticks: 4, tickFormat: "d", grid: true },
        color: { domain, range: colours },
        marks: [
          Plot.rectY(points, Plot.binX({ y: "sum" }, { x: "at", y: "n", fill: "group", interval, order: domain, inset: 0.5 })),
          Plot.tip(points, Plot.pointerX(Plot.binX(
            { y: "sum", title: (bin) => `${bin.length ? d3.utcFormat(interval === "year" ? "%Y" : "%B %Y")(d3.min(bin, (d) => d.at)) : ""}\n${d3.rollups(bin, (v) => d3.sum(v, (d) => d.n), (d) => d.row).sort((a, b) => b[1] - a[1]).slice(0, 8).map(([row, n]) => `${n}  ${row}`).join("\n")}` },
            { x: "at", y: "n", interval, ...sign() }))),
          Plot.ruleY([0], { stroke: tone("--soft") }),
        ],
      }, "img"));
      const among = (each) => d3.sum(points, (d) => (d.group === each ? d.n : 0));
      legend(figure, domain.map((each, i) => [`${each} ${among(each)}`, colours[i], data.points.find((d) => d.row === each)?.href]));
    },

    statements(figure, data, width) {
      const points = data.points.map((d) => ({ ...d, at: date(d.day) }));
      const domain = d3.extent(points, (d) => d.at);
      if (domain[0] - domain[1] === 0) domain[1] = new Date(+domain[1] + 864e5);
      const x = { type: "utc", label: null, domain, insetLeft: 8, insetRight: 8 };
      const rows = d3.groups(points, (d) => d.row);
      // As many stand upon one another as share a stretch as wide as a mark; they must find room.
      const highest = (own, r) => d3.max(d3.rollups(own, (g) => g.length, (d) => Math.floor((d.at / (domain[1] - domain[0])) * Math.max(1, width - 40) / (2 * r + 1))), (g) => g[1]);
      const most = d3.max(rows, ([, own]) => highest(own, 4.5));
      const radius = Math.max(1.2, Math.min(points.length > 90 ? 3.5 : 4.5, (180 / most - 1.2) / 2));
      for (const [index, [name, own]] of rows.entries()) {
        const tallest = highest(own, radius);
        const last = index === rows.length - 1;
        const line = { x: "at", r: radius, padding: 1 };
        const head = document.createElement("p");
        head.className = "drawn-row";
        head.textContent = name;
        figure.append(head, plot({
          width, height: Math.min(230, 14 + tallest * (2 * radius + 1.2)) + (last ? 24 : 4), marginLeft: 4, marginRight: 4, marginTop: 6, marginBottom: last ? 24 : 4,
          style: plain(), ariaLabel: `${data.caption}: ${name}`, x: last ? x : { ...x, axis: null },
          color: { domain: Object.keys(kinds), range: Object.values(kinds).map((k) => tone(k[1])) },
          marks: [
            Plot.gridX({ stroke: tone("--rule"), strokeOpacity: 1 }),
            Plot.frame({ anchor: "bottom", stroke: tone("--rule") }),
            Plot.dot(own, Plot.dodgeY("bottom", { ...line, fill: "kind", href: "href", ariaLabel: "label" })),
            Plot.tip(own, Plot.pointer(Plot.dodgeY("bottom", { ...line, title: "label", ...sign() }))),
          ],
        }, "group"));
      }
      legend(figure, Object.values(kinds).map(([name, colour]) => [name, tone(colour)]));
    },

    // Too many to be drawn one by one: a pile for each day or month, and a click finds them.
    counted(figure, data, width) {
      const points = data.points.map((d) => ({ ...d, at: date(d.day), until: date(d.day, true) }));
      const domain = [d3.min(points, (d) => d.at), d3.max(points, (d) => d.until)];
      const rows = d3.groups(points, (d) => d.row);
      for (const [index, [name, own]] of rows.entries()) {
        const last = index === rows.length - 1;
        const tallest = d3.max(d3.rollups(own, (g) => d3.sum(g, (d) => d.n), (d) => d.day), (d) => d[1]);
        const head = document.createElement("p");
        head.className = "drawn-row";
        head.textContent = name;
        figure.append(head, plot({
          width, height: (tallest > 40 ? 104 : 72) + (last ? 24 : 4), marginLeft: 34, marginRight: 4, marginTop: 8, marginBottom: last ? 24 : 4,
          style: plain(), ariaLabel: `${data.caption}: ${name}`, x: { type: "utc", label: null, domain, ...(last ? {} : { axis: null }) },
          y: { label: null, ticks: 3, tickFormat: "~s", grid: true, domain: [0, Math.max(3, tallest)] },
          color: { domain: Object.keys(kinds), range: Object.values(kinds).map((k) => tone(k[1])) },
          marks: [
            Plot.rectY(own, { x1: "at", x2: "until", y: "n", fill: "kind", order: Object.keys(kinds), insetLeft: 0.5, insetRight: 0.5, href: "href", ariaLabel: "label" }),
            Plot.ruleY([0], { stroke: tone("--soft") }),
            Plot.tip(own, Plot.pointerX(Plot.stackY({ x1: "at", x2: "until", y: "n", order: Object.keys(kinds), z: "kind", title: "label", ...sign() }))),
          ],
        }, "group"));
      }
      legend(figure, Object.values(kinds).map(([name, colour]) => [name, tone(colour)]));
    },

    timeline(figure, data, width) { window.reportedlyTimeline(figure, data, width, { date, tone }); },
  };

  const show = (figure) => {
    const data = JSON.parse(figure.querySelector("script").textContent);
    for (const old of [...figure.children]) if (old.tagName !== "SCRIPT") old.remove();
    figure.classList.add("is-drawn");
    draw[figure.dataset.picture](figure, data, Math.max(280, figure.clientWidth));
    const instead = document.getElementById(figure.dataset.instead || "");
    if (instead) instead.hidden = true;
  };
  const all = () => figures.forEach(show);
  all();
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", all);
  let last = innerWidth, waiting;
  addEventListener("resize", () => {
    if (innerWidth === last) return;
    last = innerWidth;
    clearTimeout(waiting);
    waiting = setTimeout(all, 150);
  });
})();

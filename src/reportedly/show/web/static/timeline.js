// The timeline as a drawing that can be drawn apart: from decades to days, by buttons, keys, drag
// and pinch.  A bar is the time in which an event can have happened, a tick a day on which it was
// reported; the table below says the same in words.
"use strict";
window.reportedlyTimeline = (figure, data, width, { date, tone }) => {
  const DAY = 864e5, ROW = 29, TOP = 34, MOST = 24;
  const rows = data.moments.map((e) => ({
    ...e, from: date(e.earliest), to: date(e.latest, true), reports: e.reports.map((r) => ({ ...r, at: date(r.day) })),
  })).sort((a, b) => a.from - b.from || a.to - b.to);
  const moments = rows.flatMap((e) => [e.from, e.to, ...e.reports.map((r) => r.at)]);
  // A few days long before all others would press the others together.
  const sorted = [...moments].sort((a, b) => a - b);
  let first = sorted[0];
  let end = new Date(+sorted.at(-1) + 5 * DAY);
  for (let i = 1; i < sorted.length; i++) if (sorted[i] - sorted[i - 1] > Math.max(20 * 365 * DAY, end - sorted[i])) first = sorted[i];
  // A period that is asked for is what is drawn.
  if (data.earliest) first = date(data.earliest);
  if (data.latest) end = date(data.latest, true);
  const pad = Math.max((data.latest ? 0.5 : 3) * DAY, (end - first) / 40);
  const whole = d3.scaleUtc([new Date(+first - pad), new Date(+end + pad)], [0, width]);

  const bar = document.createElement("div");
  bar.className = "zooming";
  const button = (name, act, label) => {
    const made = document.createElement("button");
    made.type = "button";
    made.textContent = name;
    if (label) made.setAttribute("aria-label", label);
    made.addEventListener("click", act);
    bar.append(made);
    return made;
  };
  const svg = d3.create("svg").attr("width", width).attr("class", "timeline-drawn").attr("tabindex", 0).attr("role", "group")
    .attr("aria-label", "Events over time; plus and minus zoom, arrows move, 0 shows all. The table below says the same in words.");
  const axis = svg.append("g").attr("class", "ticks").attr("transform", `translate(0,${TOP - 8})`);
  const field = svg.append("g");
  const steps = [["Decades", 3650 * 8], ["Years", 365 * 6], ["Months", 200], ["Days", 24]];
  const longest = (whole.domain()[1] - whole.domain()[0]) / DAY;
  const zoom = d3.zoom().scaleExtent([1, Math.max(2, longest / 6)]).translateExtent([[0, -1e6], [width, 1e6]])
    // The wheel alone scrolls the page, as everywhere; with Ctrl, as a pinch sends it, it zooms.
    .filter((event) => (event.type === "wheel" ? event.ctrlKey || event.metaKey : !event.button))
    .on("zoom", (event) => paint(event.transform.rescaleX(whole)));
  svg.call(zoom).on("dblclick.zoom", null);
  const middle = () => d3.zoomTransform(svg.node()).rescaleX(whole).invert(width / 2);
  const level = (days) => {
    const scale = Math.max(1, longest / days);
    const centre = scale > 1 ? nearest(middle()) : middle();
    svg.call(zoom.transform, d3.zoomIdentity.translate(width / 2 - scale * whole(centre), 0).scale(scale));
  };
  const nearest = (at) => d3.least(rows, (e) => Math.abs((+e.from + +e.to) / 2 - at))?.from ?? at;
  const by = (factor) => svg.call(zoom.scaleBy, factor);
  button("Everything", () => svg.call(zoom.transform, d3.zoomIdentity));
  for (const [name, days] of steps) if (days < longest) button(name, () => level(days));
  button("+", () => by(1.6), "Closer");
  button("−", () => by(1 / 1.6), "Farther");
  button("←", () => svg.call(zoom.translateBy, width / 3 / d3.zoomTransform(svg.node()).k, 0), "Earlier");
  button("→", () => svg.call(zoom.translateBy, -width / 3 / d3.zoomTransform(svg.node()).k, 0), "Later");
  const outside = document.createElement("span");
  outside.className = "n";
  bar.append(outside);
  svg.on("keydown", (event) => {
    const act = {
      "+": () => by(1.6), "=": () => by(1.6), "-": () => by(1 / 1.6), 0: () => svg.call(zoom.transform, d3.zoomIdentity),
      ArrowLeft: () => svg.call(zoom.translateBy, width / 4 / d3.zoomTransform(svg.node()).k, 0),
      ArrowRight: () => svg.call(zoom.translateBy, -width / 4 / d3.zoomTransform(svg.node()).k, 0),
    }[event.key];
    if (!act || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    act();
  });

  const letters = width < 560 ? 26 : 44;
  const cut = (text) => (text.length > letters ? `${text.slice(0, letters).replace(/\s+\S*$/, "")} …` : text);
  let lanesShown = 0;
  function paint(x) {
    axis.call(d3.axisTop(x).ticks(Math.max(3, width / 110)).tickSizeOuter(0));
    const lanes = [];
    const placed = [];
    let earlier = 0, later = 0;
    for (const e of rows) {
      const left = x(e.from), right = Math.max(left + 5, x(e.to));
      const far = Math.max(right, ...e.reports.map((r) => x(r.at) + 4));
      if (right < 0) { earlier += 1; continue; }
      if (left > width) { later += 1; continue; }
      const words = cut(e.label), room = Math.max(0, left), wide = words.length * 6.3 + 10;
      const start = Math.min(room, Math.max(0, width - wide));
      const until = Math.max(far, start + wide);
      let lane = lanes.findIndex((taken) => taken <= Math.min(left, start));
      if (lane < 0) lane = lanes.length < MOST ? lanes.push(0) - 1 : -1;
      if (lane < 0) { placed.push({ e, lane: MOST, left, right, words: "", start }); continue; }
      lanes[lane] = until + 10;
      placed.push({ e, lane, left, right, words, start });
    }
    outside.textContent = [earlier && `← ${earlier} earlier`, later && `${later} later →`].filter(Boolean).join("   ");
    lanesShown = Math.max(lanesShown, Math.min(MOST + 1, lanes.length + 1));
    const height = TOP + lanesShown * ROW + 6;
    // The box lets paper, narrower than the window, show the whole of it smaller.
    svg.attr("height", height).attr("viewBox", `0 0 ${width} ${height}`);
    const item = field.selectAll("g.moment").data(placed, (d) => d.e.anchor).join((enter) => {
      const g = enter.append("g").attr("class", "moment");
      const link = g.append("a").attr("href", (d) => `#${d.e.anchor}`);
      link.append("title").text((d) => d.e.label);
      link.append("text");
      link.append("rect").attr("rx", 1);
      g.append("line");
      g.append("g").attr("class", "reported");
      return g;
    });
    item.attr("transform", (d) => `translate(0,${TOP + d.lane * ROW})`);
    item.select("text").attr("x", (d) => d.start).attr("y", 11).text((d) => d.words);
    item.select("rect").attr("class", (d) => (d.e.sure ? "sure" : "unsure")).attr("x", (d) => d.left).attr("y", 15).attr("height", 6).attr("width", (d) => d.right - d.left);
    item.select("line").attr("y1", 23.5).attr("y2", 23.5)
      .attr("x1", (d) => d.left).attr("x2", (d) => Math.max(d.left, ...d.e.reports.map((r) => x(r.at))));
    item.select("g.reported").selectAll("a").data((d) => d.e.reports).join((enter) => {
      const a = enter.append("a").attr("href", (r) => r.href).attr("tabindex", -1);
      a.append("rect").attr("width", 3).attr("height", 7).attr("y", 20);
      a.append("title").text((r) => `reported by ${r.label}`);
      return a;
    }).select("rect").attr("x", (r) => x(r.at) - 1.5);
  }
  figure.append(bar, svg.node());
  paint(whole);
  // Where a few events lie long before most of them, the first look is at most of them.
  const usual = rows[Math.floor(rows.length / 5)].from;
  if (!data.earliest && rows.length > 9 && (end - usual) * 2.5 < end - first) {
    const room = [whole(usual) - 12, whole(end) + 30];
    lanesShown = 0;
    const scale = Math.min(width / (room[1] - room[0]), zoom.scaleExtent()[1]);
    svg.call(zoom.transform, d3.zoomIdentity.translate(-room[0] * scale, 0).scale(scale));
  }
};

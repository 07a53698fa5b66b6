// The page that describes the API and lets one try it. It is made of
// openapi.json by DOM calls alone, so that nothing in it can be taken for HTML.
const root = document.getElementById("api");

function element(name, attributes = {}, ...children) {
  const e = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (value === undefined || value === false) continue;
    if (key.startsWith("on")) e.addEventListener(key.slice(2), value);
    else e.setAttribute(key, value === true ? "" : value);
  }
  e.append(...children.filter((c) => c !== undefined && c !== ""));
  return e;
}

let spec;

function resolve(schema) {
  if (schema && schema.$ref) return spec.components.schemas[schema.$ref.split("/").pop()] || {};
  return schema || {};
}

// shape writes a schema as an outline, a few levels deep.
function shape(schema, depth = 0) {
  const name = schema && schema.$ref ? schema.$ref.split("/").pop() : "";
  const s = resolve(schema);
  const type = Array.isArray(s.type) ? s.type.filter((t) => t !== "null").join(" or ") : s.type;
  if (type === "array") return shape(s.items, depth) + "[]";
  if (type === "object" && s.properties) {
    if (depth > 3) return name || "{…}";
    const pad = "  ".repeat(depth + 1);
    const lines = Object.entries(s.properties).map(([key, value]) => `${pad}${key}: ${shape(value, depth + 1)}`);
    return `{\n${lines.join("\n")}\n${"  ".repeat(depth)}}`;
  }
  return (type || "any") + (s.format ? ` (${s.format})` : "");
}

function field(parameter, id) {
  const s = resolve(parameter.schema);
  const example = (s.examples && s.examples[0]) || "";
  const attributes = { id, name: parameter.name, required: parameter.required };
  let input;
  if (s.enum) {
    input = element("select", attributes, ...(parameter.required ? [] : [element("option", { value: "" }, s.default ? `(${s.default})` : "")]),
      ...s.enum.map((v) => element("option", {}, String(v))));
  } else if (s.type === "boolean") {
    input = element("select", attributes, ...["", "true", "false"].map((v) => element("option", {}, v)));
  } else {
    const type = s.format === "date" ? "date" : s.type === "integer" ? "number" : "text";
    input = element("input", { ...attributes, type, min: s.minimum, max: s.maximum, placeholder: s.default !== undefined ? String(s.default) : example });
    if (parameter.in === "path") input.value = example;
  }
  input.dataset.in = parameter.in;
  return element("div", { class: "api-field" }, element("label", { for: id }, element("code", {}, parameter.name)), input,
    element("span", { class: "api-note" }, parameter.description || ""));
}

function operation(path, method, op) {
  const id = op.operationId;
  const parameters = (op.parameters || []).filter((p) => p.in === "path" || p.in === "query");
  const out = element("pre", { class: "api-answer", tabindex: "0", hidden: true, "aria-label": "Answer" });
  const line = element("code", { class: "api-line" });
  let body;
  const kinds = op.requestBody ? Object.keys(op.requestBody.content) : [];
  const kind = element("select", { id: `${id}-kind`, name: "" }, ...kinds.map((k) => element("option", {}, k)));
  if (kinds.length) {
    body = element("textarea", { id: `${id}-body`, rows: "10", name: "" });
    body.value = op.requestBody.content[kinds[0]].example || "";
  }
  async function send(event) {
    event.preventDefault();
    let address = path;
    const query = new URLSearchParams();
    for (const input of event.target.elements) {
      if (!input.name || input.value === "") continue;
      if (input.dataset.in === "path") address = address.replace(`{${input.name}}`, encodeURIComponent(input.value));
      else query.append(input.name, input.value);
    }
    if (query.size) address += "?" + query;
    line.textContent = `curl ${method === "get" ? "" : `-X ${method.toUpperCase()} `}'${location.origin}${address}'`;
    out.hidden = false;
    out.textContent = "…";
    try {
      const answer = await fetch(address, { method: method.toUpperCase(), body: body ? body.value : undefined, headers: body ? { "Content-Type": kind.value } : {} });
      let text = await answer.text();
      if ((answer.headers.get("Content-Type") || "").includes("json")) {
        try { text = JSON.stringify(JSON.parse(text), null, 2); } catch { /* JSON lines stay as they are */ }
      }
      if (text.length > 100_000) text = text.slice(0, 100_000) + "\n…";
      out.textContent = `${answer.status} ${answer.statusText}\n\n${text}`;
    } catch (fault) {
      out.textContent = String(fault);
    }
  }
  const answer = op.responses["200"] && op.responses["200"].content && op.responses["200"].content["application/json"];
  return element("details", { class: "api-route", id },
    element("summary", {}, element("b", {}, method.toUpperCase()), " ", element("code", {}, path), " ", op.summary || ""),
    element("p", {}, op.description || ""),
    element("form", { onsubmit: send, "aria-label": op.summary },
      ...parameters.map((p) => field(p, `${id}-${p.name}`)),
      ...(body ? [element("div", { class: "api-field" }, element("label", { for: `${id}-kind` }, "Kind"), kind),
        element("div", { class: "api-field" }, element("label", { for: `${id}-body` }, "Body"), body)] : []),
      element("button", { type: "submit" }, "Ask")),
    line, out,
    ...(answer ? [element("details", {}, element("summary", {}, "What comes back"), element("pre", { tabindex: "0" }, shape(answer.schema)))] : []));
}

async function show() {
  spec = await (await fetch("/api/v1/openapi.json")).json();
  for (const tag of spec.tags) {
    root.append(element("h2", {}, tag.name[0].toUpperCase() + tag.name.slice(1)), element("p", {}, tag.description));
    for (const [path, methods] of Object.entries(spec.paths)) {
      for (const [method, op] of Object.entries(methods)) {
        if (op.tags && op.tags.includes(tag.name)) root.append(operation(path, method, op));
      }
    }
  }
  const wanted = location.hash && document.getElementById(location.hash.slice(1));
  if (wanted) wanted.open = true;
}

show().catch((fault) => root.append(element("p", { role: "alert" }, String(fault))));

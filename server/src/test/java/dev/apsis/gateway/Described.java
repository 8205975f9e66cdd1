package dev.apsis.gateway;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;

/** Holds answers against the description of the API: as much of OpenAPI 3.1 as ours says. */
record Described(JsonObject file) {
    /** One thing that may be asked, such as GET /api/rooms. */
    record Operation(String method, String path, JsonObject says) {
        /** The path as it is asked, with the examples the description gives. */
        String filled() {
            String filled = path;
            for (Object each : says.getJsonArray("parameters", new JsonArray())) {
                JsonObject parameter = (JsonObject) each;
                if ("path".equals(parameter.getString("in"))) {
                    String name = '{' + parameter.getString("name") + '}';
                    filled = filled.replace(name, parameter.getString("example"));
                }
            }
            return filled;
        }

        /** What is posted, as the description gives it; empty for nothing. */
        String body() {
            JsonObject content =
                    says.getJsonObject("requestBody", new JsonObject()).getJsonObject("content");
            if (content == null) {
                return "";
            }
            JsonObject only = content.getJsonObject(content.fieldNames().iterator().next());
            Object example = only.getValue("example");
            return example instanceof JsonObject json ? json.encode() : String.valueOf(example);
        }

        @Override
        public String toString() {
            return method + ' ' + path;
        }
    }

    List<Operation> operations() {
        List<Operation> all = new ArrayList<>();
        JsonObject paths = file.getJsonObject("paths");
        for (String path : paths.fieldNames()) {
            JsonObject methods = paths.getJsonObject(path);
            for (String method : methods.fieldNames()) {
                String name = method.toUpperCase(Locale.ROOT);
                all.add(new Operation(name, path, methods.getJsonObject(method)));
            }
        }
        return all;
    }

    /** What an answer has that the description does not say, or lacks; empty if as promised. */
    List<String> faults(Operation asked, int status, String type, String body) {
        List<String> faults = new ArrayList<>();
        JsonObject answer = asked.says().getJsonObject("responses").getJsonObject("" + status);
        if (answer == null) {
            return List.of("status " + status + " is not described");
        }
        JsonObject content = answer.getJsonObject("content", new JsonObject());
        String plain = type.split(";", -1)[0];
        if (content.isEmpty() ? !plain.isEmpty() : !content.containsKey(plain)) {
            faults.add("content '" + type + "' is not described");
        } else if (plain.endsWith("json")) {
            JsonObject schema = content.getJsonObject(plain).getJsonObject("schema");
            check(new JsonObject(body), schema, "body", faults);
        }
        return faults;
    }

    private void check(Object value, JsonObject given, String where, List<String> faults) {
        JsonObject schema = resolve(given);
        String type = schema.getString("type");
        boolean fits =
                switch (type) {
                    case "object" -> value instanceof JsonObject;
                    case "array" -> value instanceof JsonArray;
                    case "string" -> value instanceof String;
                    case "integer" -> value instanceof Integer || value instanceof Long;
                    case "number" -> value instanceof Number;
                    case "boolean" -> value instanceof Boolean;
                    default -> false;
                };
        if (!fits) {
            faults.add(where + " is no " + type + ": " + value);
        } else if (value instanceof JsonObject object) {
            checkFields(object, schema, where, faults);
        } else if (value instanceof JsonArray array) {
            array.forEach(each -> check(each, schema.getJsonObject("items"), where + "[]", faults));
        } else if (schema.containsKey("enum") && !schema.getJsonArray("enum").contains(value)) {
            faults.add(where + " is none of " + schema.getJsonArray("enum") + ": " + value);
        }
    }

    private void checkFields(
            JsonObject object, JsonObject schema, String where, List<String> faults) {
        JsonObject known = schema.getJsonObject("properties", new JsonObject());
        boolean open = schema.getBoolean("additionalProperties", false);
        for (String name : new TreeSet<>(object.fieldNames())) {
            if (known.containsKey(name)) {
                String inside = where + '.' + name;
                check(object.getValue(name), known.getJsonObject(name), inside, faults);
            } else if (!open) {
                faults.add(where + '.' + name + " is not described");
            }
        }
        for (Object name : schema.getJsonArray("required", new JsonArray())) {
            if (!object.containsKey((String) name)) {
                faults.add(where + '.' + name + " is missing");
            }
        }
    }

    private JsonObject resolve(JsonObject schema) {
        String to = schema.getString("$ref");
        return to == null
                ? schema
                : file.getJsonObject("components")
                        .getJsonObject("schemas")
                        .getJsonObject(to.substring("#/components/schemas/".length()));
    }
}

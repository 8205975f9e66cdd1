package dev.apsis.duel;

import dev.apsis.protocol.bot.Pilot;

import java.io.IOException;
import java.lang.reflect.Modifier;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * Finds pilots: those of the house by their names, others in jars or in folders of classes. Looks
 * at classes only; no code of theirs runs before a pilot is made.
 */
public final class Scout {
    private static final String HOUSE = "dev.apsis.protocol.bot.pilots.";
    private static final String CLASS = ".class";

    private final Map<String, Class<? extends Pilot>> ours = new TreeMap<>();

    public Scout(List<Class<? extends Pilot>> ours) {
        ours.forEach(type -> this.ours.put(type.getSimpleName().toLowerCase(Locale.ROOT), type));
    }

    /** Who is meant; otherwise a problem that says what would be understood. */
    public Contender find(String source) {
        Class<? extends Pilot> house = ours.get(source);
        if (house != null) {
            return new Contender(source, source, house);
        }
        int colon = source.lastIndexOf(':');
        if (colon > 1 && source.indexOf('/', colon) < 0 && source.indexOf('\\', colon) < 0) {
            Path place = Path.of(source.substring(0, colon));
            return named(source, place, source.substring(colon + 1));
        }
        if (!Files.exists(Path.of(source))) {
            throw new NoPilot(
                    "there is no pilot '%s': say %s, or JAR:CLASS"
                            .formatted(source, String.join(", ", ours.keySet())));
        }
        List<Contender> all = all(Path.of(source));
        if (all.size() != 1) {
            throw new NoPilot(
                    "%s has %s: say which, as %s:CLASS".formatted(source, count(all), source));
        }
        return all.getFirst();
    }

    /** The pilots of a folder: one of each jar's, in the order of their names. */
    public List<Contender> folder(Path folder) {
        List<Contender> all = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder)) {
            files.filter(file -> file.toString().endsWith(".jar"))
                    .sorted()
                    .forEach(jar -> all.addAll(all(jar)));
        } catch (IOException unreadable) {
            throw new NoPilot("can't look into the folder " + folder + ": " + unreadable);
        }
        return all;
    }

    private static Contender named(String source, Path place, String name) {
        Class<?> type = look(loader(place), place, name);
        String why = unfit(type);
        if (!why.isEmpty()) {
            throw new NoPilot("%s in %s %s".formatted(name, place, why));
        }
        return contender(source, type);
    }

    private static List<Contender> all(Path place) {
        URLClassLoader loader = loader(place);
        List<Contender> all = new ArrayList<>();
        List<NoPilot> problems = new ArrayList<>();
        for (String name : classes(place)) {
            try {
                Class<?> type = look(loader, place, name);
                if (unfit(type).isEmpty()) {
                    all.add(contender(place + ":" + name, type));
                }
            } catch (NoPilot unusable) {
                problems.add(unusable); // as long as there is a pilot it is none of our business
            }
        }
        if (all.isEmpty() && !problems.isEmpty()) {
            throw problems.getFirst();
        }
        return all;
    }

    private static Contender contender(String source, Class<?> type) {
        return new Contender(source, type.getSimpleName(), type.asSubclass(Pilot.class));
    }

    private static Class<?> look(ClassLoader loader, Path place, String name) {
        try {
            return Class.forName(name, /* initialize= */ false, loader);
        } catch (ClassNotFoundException missing) {
            List<Contender> all = all(place);
            String others = all.isEmpty() ? "no pilot at all" : "pilots: " + names(all);
            throw new NoPilot("%s has no class %s, but %s".formatted(place, name, others));
        } catch (UnsupportedClassVersionError newer) {
            throw new NoPilot(
                    "%s in %s was compiled for a newer Java than this one, which is %s"
                            .formatted(name, place, System.getProperty("java.version")));
        } catch (LinkageError broken) {
            throw new NoPilot(
                    "%s in %s can't be loaded, is its jar complete? (%s)"
                            .formatted(name, place, broken));
        }
    }

    /** Why no pilots can be made of it; empty if they can. */
    private static String unfit(Class<?> type) {
        try {
            if (!Pilot.class.isAssignableFrom(type)) {
                return "is no pilot: it has to implement " + Pilot.class.getName();
            }
            int modifiers = type.getModifiers();
            if (Modifier.isAbstract(modifiers)) {
                return "is abstract: name a class that can be made";
            }
            if (!Modifier.isPublic(modifiers)) {
                return "is not public: make it so";
            }
            boolean open = Modifier.isPublic(type.getConstructor().getModifiers());
            return open ? "" : "has no public constructor: give it one";
        } catch (NoSuchMethodException missing) {
            return "has no public constructor without parameters: give it one";
        } catch (LinkageError broken) {
            return "can't be used, is its jar complete? (" + broken + ")";
        }
    }

    /** Its classes go before ours nowhere, so that all mean the same by Pilot. */
    private static URLClassLoader loader(Path place) {
        if (!Files.exists(place)) {
            throw new NoPilot("there is no file " + place);
        }
        try {
            URL url = place.toUri().toURL();
            return new URLClassLoader(new URL[] {url}, Scout.class.getClassLoader());
        } catch (MalformedURLException odd) {
            throw new NoPilot(place + " is no place for classes: " + odd.getMessage());
        }
    }

    private static List<String> classes(Path place) {
        if (Files.isDirectory(place)) {
            try (Stream<Path> files = Files.walk(place)) {
                return classNames(files.map(file -> place.relativize(file).toString()));
            } catch (IOException unreadable) {
                throw new NoPilot("can't look into the folder " + place + ": " + unreadable);
            }
        }
        try (var jar = new ZipFile(place.toFile())) {
            return classNames(jar.stream().map(ZipEntry::getName));
        } catch (IOException unreadable) {
            throw new NoPilot(place + " is no jar: " + unreadable.getMessage());
        }
    }

    /** Leaves out what our own classes hide anyway, and what is for other Javas. */
    private static List<String> classNames(Stream<String> files) {
        return files.filter(file -> file.endsWith(CLASS) && !file.startsWith("META-INF"))
                .map(file -> file.substring(0, file.length() - CLASS.length()))
                .map(file -> file.replace('/', '.').replace('\\', '.'))
                .filter(name -> !name.endsWith("-info") && !name.startsWith(HOUSE))
                .sorted()
                .toList();
    }

    private static String count(List<Contender> all) {
        return all.isEmpty() ? "no pilot" : all.size() + " pilots (" + names(all) + ")";
    }

    private static String names(List<Contender> all) {
        return String.join(", ", all.stream().map(each -> each.type().getName()).toList());
    }
}

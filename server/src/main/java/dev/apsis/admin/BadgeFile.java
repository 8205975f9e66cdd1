package dev.apsis.admin;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The badges of a server in its directory, one a line. Made at the first start, with a token for
 * each role; only whoever runs the server can read it, and no token is in it.
 *
 * <pre>
 * line = name ' ' ('view' | 'moderate' | 'admin') ' ' SHA-256 of the token, in hex
 * </pre>
 */
public final class BadgeFile {
    /** How the file is called. */
    public static final String NAME = "admin-tokens";

    private static final int TOKEN_BYTES = 32;
    private static final Pattern WORD = Pattern.compile("[\\w.-]{1,64}");
    private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");
    private static final String HEAD =
            """
            # Who may look after this server: a name, what it may (view, moderate or admin), and the
            # SHA-256 of its token. To take a token back, delete its line and restart. If this file
            # is deleted the next start makes three fresh tokens, and shows them once.
            """;

    /** A token that was just made; it is shown now or never. */
    public record Fresh(Role role, String token) {}

    /** The badges of a directory, and the tokens of those that were just made. */
    public record Opened(Badges badges, List<Fresh> fresh) {
        public Opened {
            fresh = List.copyOf(fresh);
        }
    }

    private BadgeFile() {}

    /** Reads the file, or makes it. */
    public static Opened open(Path directory, SecureRandom random) throws IOException {
        Path file = directory.resolve(NAME);
        if (Files.exists(file)) {
            return new Opened(read(file), List.of());
        }
        List<Fresh> fresh = new ArrayList<>();
        List<Badge> badges = new ArrayList<>();
        for (Role role : Role.values()) {
            String token = token(role, random);
            fresh.add(new Fresh(role, token));
            badges.add(Badge.of(role.word(), role, token));
        }
        write(file, badges);
        return new Opened(new Badges(badges), fresh);
    }

    private static String token(Role role, SecureRandom random) {
        byte[] secret = new byte[TOKEN_BYTES];
        random.nextBytes(secret);
        String text = Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
        return "apsis-" + role.word() + '-' + text;
    }

    private static void write(Path file, List<Badge> badges) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        boolean posix = file.getFileSystem().supportedFileAttributeViews().contains("posix");
        FileAttribute<?>[] onlyOurs =
                posix
                        ? new FileAttribute<?>[] {
                            PosixFilePermissions.asFileAttribute(
                                    PosixFilePermissions.fromString("rw-------"))
                        }
                        : new FileAttribute<?>[0];
        var text = new StringBuilder(HEAD);
        for (Badge badge : badges) {
            text.append(badge.name()).append(' ').append(badge.role().word()).append(' ');
            text.append(badge.hash()).append('\n');
        }
        try {
            Files.createFile(file, onlyOurs); // before anything is in it
        } catch (FileAlreadyExistsException another) {
            throw new IOException(file + " was made by another server at the same time", another);
        }
        Files.writeString(file, text);
    }

    private static Badges read(Path file) throws IOException {
        List<Badge> badges = new ArrayList<>();
        List<String> lines = Files.readAllLines(file);
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i).strip();
            if (!line.isEmpty() && !line.startsWith("#")) {
                String place = file + " line " + (i + 1);
                badges.add(
                        badge(line)
                                .orElseThrow(
                                        () ->
                                                new IOException(
                                                        place
                                                                + ": write 'name role hash', with a"
                                                                + " role of view, moderate or admin"
                                                                + " and a SHA-256 in hex")));
            }
        }
        return new Badges(badges);
    }

    private static Optional<Badge> badge(String line) {
        String[] parts = line.split("\\s+");
        if (parts.length != 3
                || !WORD.matcher(parts[0]).matches()
                || !HASH.matcher(parts[2]).matches()) {
            return Optional.empty();
        }
        return Role.of(parts[1]).map(role -> new Badge(parts[0], role, parts[2]));
    }
}

package titian.shelf;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;
import static java.nio.file.StandardOpenOption.CREATE_NEW;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SequencedMap;

/**
 * A folder on a disk: {@code ab/cd/abcd….}. A file is written aside, forced to the disk and then moved to its place in one
 * step, so that whatever lies in its place is whole.
 */
final class FolderShelf implements Shelf {

    private final Path root;
    private final Aside aside;

    FolderShelf(Path data, Aside aside) {
        this.root = data.toAbsolutePath().resolve("documents");
        this.aside = aside;
    }

    @Override
    public void put(SequencedMap<String, byte[]> files) throws IOException {
        for (var file : files.entrySet()) {
            Files.createDirectories(folder(file.getKey()));
            write(file.getValue(), place(file.getKey()));
        }
        var last = folder(files.lastEntry().getKey());
        for (var folder : List.of(last, last.resolve(".."), root)) {
            force(folder);
        }
    }

    private void write(byte[] content, Path place) throws IOException {
        var written = aside.place();
        try (var file = FileChannel.open(written, CREATE_NEW, WRITE)) {
            for (var rest = ByteBuffer.wrap(content); rest.hasRemaining(); ) {
                file.write(rest);
            }
            file.force(true);
            Files.move(written, place, ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(written);
        }
    }

    /** Whoever is reading it reads to the end, also when it is removed meanwhile. */
    @Override
    public InputStream get(String name) throws IOException {
        return Files.newInputStream(place(name));
    }

    @Override
    public void remove(String name) throws IOException {
        Files.deleteIfExists(place(name));
    }

    private Path place(String name) {
        return folder(name).resolve(name);
    }

    private Path folder(String name) {
        return root.resolve(name.substring(0, 2)).resolve(name.substring(2, 4));
    }

    /** A name in a folder lasts only when the folder too has reached the disk. */
    private static void force(Path folder) throws IOException {
        try (var names = FileChannel.open(folder, READ)) {
            names.force(true);
        }
    }
}

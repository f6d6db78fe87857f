package titian.shelf;

/** The folder of files keeps what is promised of it. */
class FolderShelfTest extends ShelfContract {

    @Override
    Shelf shelf() {
        return new FolderShelf(data, new Aside(data));
    }
}

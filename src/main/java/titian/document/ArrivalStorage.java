package titian.document;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import me.desair.tus.server.upload.UploadIdFactory;
import me.desair.tus.server.upload.UploadInfo;
import me.desair.tus.server.upload.UploadLockingService;
import me.desair.tus.server.upload.UploadStorageService;
import me.desair.tus.server.upload.concatenation.UploadConcatenationService;
import org.jspecify.annotations.Nullable;
import titian.shared.AccountId;
import titian.shared.UploadId;

/**
 * What the protocol's library asks of whoever keeps files that are on their way. It asks for more than is offered here:
 * nothing is read back over the line, put together from parts or told how long it will be later.
 */
final class ArrivalStorage implements UploadStorageService {

    private final ArrivalDesk desk;
    private UploadIdFactory addresses;

    ArrivalStorage(ArrivalDesk desk, UploadIdFactory addresses) {
        this.desk = desk;
        this.addresses = addresses;
    }

    @Override
    public UploadInfo create(UploadInfo info, @Nullable String account) {
        return info(desk.begin(owner(account), info.getLength()), account);
    }

    @Override
    public @Nullable UploadInfo getUploadInfo(@Nullable String address, @Nullable String account) {
        return Optional.ofNullable(addresses.readUploadId(address))
                .flatMap(id -> desk.find(id(id), owner(account)))
                .map(arrival -> info(arrival, account))
                .orElse(null);
    }

    @Override
    public UploadInfo append(UploadInfo info, InputStream line) {
        var arrival = new Arrival(id(info.getId()), info.getLength(), info.getOffset(), null);
        info.setOffset(desk.take(arrival, line));
        return info;
    }

    @Override
    public void terminateUpload(UploadInfo info) {
        desk.end(id(info.getId()));
    }

    @Override
    public long getMaxUploadSize() {
        return DocumentDesk.MOST_BYTES;
    }

    @Override
    public String getUploadUri() {
        return addresses.getUploadUri();
    }

    @Override
    public void setIdFactory(UploadIdFactory addresses) {
        this.addresses = addresses;
    }

    /** What came before a request went wrong is right. */
    @Override
    public void removeLastNumberOfBytes(@Nullable UploadInfo info, long bytes) {}

    @Override
    public void update(UploadInfo info) {}

    @Override
    public void setMaxUploadSize(@Nullable Long bytes) {}

    @Override
    public @Nullable Long getUploadExpirationPeriod() {
        return null;
    }

    @Override
    public void setUploadExpirationPeriod(@Nullable Long milliseconds) {}

    @Override
    public void cleanupExpiredUploads(UploadLockingService locks) {}

    @Override
    public void setUploadConcatenationService(UploadConcatenationService parts) {}

    @Override
    public UploadConcatenationService getUploadConcatenationService() {
        throw new UnsupportedOperationException("files are not put together from parts");
    }

    @Override
    public UploadInfo getUploadInfo(me.desair.tus.server.upload.UploadId id) throws IOException {
        throw new UnsupportedOperationException("a file is found by its sender only");
    }

    @Override
    public InputStream getUploadedBytes(String address, String account) {
        throw new UnsupportedOperationException("files are not read back over the line");
    }

    @Override
    public InputStream getUploadedBytes(me.desair.tus.server.upload.UploadId id) {
        throw new UnsupportedOperationException("files are not read back over the line");
    }

    @Override
    public void copyUploadTo(UploadInfo info, OutputStream to) {
        throw new UnsupportedOperationException("files are not read back over the line");
    }

    private static AccountId owner(@Nullable String account) {
        return AccountId.of(Objects.requireNonNull(account));
    }

    private static UploadId id(me.desair.tus.server.upload.UploadId id) {
        return new UploadId((UUID) id.getOriginalObject());
    }

    private static UploadInfo info(Arrival arrival, @Nullable String account) {
        var info = new UploadInfo();
        info.setId(new me.desair.tus.server.upload.UploadId(arrival.id().value()));
        info.setOwnerKey(account);
        info.setLength(arrival.bytes());
        info.setOffset(arrival.arrived());
        return info;
    }
}

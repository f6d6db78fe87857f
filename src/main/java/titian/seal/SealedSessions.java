package titian.seal;

import org.springframework.beans.factory.BeanClassLoaderAware;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.convert.ConversionService;
import org.springframework.core.convert.support.GenericConversionService;
import org.springframework.core.serializer.support.DeserializingConverter;
import org.springframework.core.serializer.support.SerializingConverter;

/**
 * What a session remembers stands sealed too: it greets people by name. Bytes that we did not seal are never read as
 * objects.
 */
@Configuration(proxyBeanMethods = false)
class SealedSessions implements BeanClassLoaderAware {

    private static final String COLUMN = "platform.session_attributes";

    private ClassLoader classes = SealedSessions.class.getClassLoader();

    @Override
    public void setBeanClassLoader(ClassLoader classes) {
        this.classes = classes;
    }

    /** Spring Session looks for it by this name. */
    @Bean
    ConversionService springSessionConversionService(Seals seals) {
        var write = new SerializingConverter();
        var read = new DeserializingConverter(classes);
        var service = new GenericConversionService();
        service.addConverter(Object.class, byte[].class, value -> seals.seal(write.convert(value), COLUMN));
        service.addConverter(byte[].class, Object.class, bytes -> read.convert(seals.open(bytes, COLUMN)));
        return service;
    }
}

package org.sipprovisioning.provisioning;

import org.sipprovisioning.lpconfig.Linphonerc;
import org.sipprovisioning.space.SpaceReader;

/** Makes base documents without a file and a database. */
public final class SampleBases {
    private SampleBases() {}

    public static BaseDocuments bases(LinphonercFile file, SpaceReader reader) {
        BaseDocuments bases = new BaseDocuments();
        bases.file = file;
        bases.reader = reader;
        return bases;
    }

    /** Returns a linphonerc with this content, without a file. */
    public static LinphonercFile file(String linphonerc) {
        LinphonercFile.Content content =
                new LinphonercFile.Content(1, Linphonerc.parse(linphonerc).config(), linphonerc.length());
        return new LinphonercFile() {
            @Override
            Content content() {
                return content;
            }
        };
    }
}

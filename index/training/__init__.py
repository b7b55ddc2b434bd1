"""How the bundled embedding model is made: corpus → pairs → vocabulary → contrastive training → one small folder."""
